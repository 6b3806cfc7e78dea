package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;

/// `<capabilities>`: a host and the guests it can have.
public record HostCapabilities(HostDescription host, List<GuestCapabilities> guests) {
    /// A host and its possible guests.
    public HostCapabilities {
        guests = List.copyOf(guests);
    }

    /// The document, with a blank line around each of its parts.
    public String format() {
        var text = new StringBuilder("<capabilities>\n\n");
        part(text, host::format);
        for (GuestCapabilities guest : guests) {
            part(text, guest::format);
        }
        return text.append("</capabilities>\n").toString();
    }

    @FunctionalInterface
    private interface Part {
        void format(XmlWriter out);
    }

    private static void part(StringBuilder text, Part part) {
        var out = new XmlWriter();
        part.format(out);
        out.toString().lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append('\n');
    }
}
