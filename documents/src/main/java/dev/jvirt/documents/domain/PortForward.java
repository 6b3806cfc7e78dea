package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<portForward>`: ports of the host that lead into the guest.
public record PortForward(
        Protocol protocol, Optional<String> address, Optional<String> dev, List<Range> ranges) {
    /// The protocol of the ports.
    public enum Protocol implements Word {
        TCP,
        UDP
    }

    /// `<range>`.
    public record Range(
            OptionalInt start, OptionalInt end, OptionalInt to, Optional<Boolean> exclude) {}

    /// Ports with their own copy of the ranges.
    public PortForward {
        ranges = List.copyOf(ranges);
    }

    static List<PortForward> parseAll(Element device) {
        var all = new ArrayList<PortForward>();
        for (Element element : device.children("portForward")) {
            var ranges = new ArrayList<Range>();
            for (Element range : element.children("range")) {
                ranges.add(
                        new Range(
                                range.nonZero("start"),
                                range.nonZero("end"),
                                range.nonZero("to"),
                                range.yesNo("exclude")));
            }
            all.add(
                    new PortForward(
                            element.requiredChoice("proto", Protocol.class),
                            element.attribute("address"),
                            element.attribute("dev"),
                            ranges));
        }
        return all;
    }

    void format(XmlWriter out) {
        out.start("portForward")
                .attribute("proto", protocol)
                .attribute("address", address)
                .attribute("dev", dev);
        for (Range range : ranges) {
            out.startOptional("range");
            if (range.start().isPresent()) {
                out.attribute("start", range.start())
                        .attribute("end", range.end())
                        .attribute("to", range.to());
            }
            out.yesNo("exclude", range.exclude()).end();
        }
        out.end();
    }
}
