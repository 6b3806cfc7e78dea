package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<permissions>`: who may do what with a file. What is not said is left as it is.
public record StoragePermissions(
        OptionalLong mode, OptionalLong owner, OptionalLong group, Optional<String> label) {
    private static final long LAST_MODE = 07777;

    static Optional<StoragePermissions> parse(Element target) {
        return target.child("permissions")
                .map(
                        element ->
                                new StoragePermissions(
                                        mode(element),
                                        id(element, "owner"),
                                        id(element, "group"),
                                        element.text("label")));
    }

    private static OptionalLong mode(Element element) {
        var text = element.text("mode");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong mode = Numbers.parse(text.get(), 8);
        if (mode.isEmpty() || mode.getAsLong() < 0 || mode.getAsLong() > LAST_MODE) {
            throw new LibvirtException(XML_ERROR, "malformed octal mode");
        }
        return mode;
    }

    /// -1 stands for nothing, as in other places of libvirt.
    private static OptionalLong id(Element element, String name) {
        var text = element.text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong id = Numbers.parse(text.get(), 10);
        if (id.isEmpty() || id.getAsLong() < -1 || id.getAsLong() > 0xffffffffL) {
            throw new LibvirtException(XML_ERROR, "malformed %s element".formatted(name));
        }
        return id.getAsLong() == -1 || id.getAsLong() == 0xffffffffL ? OptionalLong.empty() : id;
    }

    void format(XmlWriter out) {
        out.startOptional("permissions");
        mode.ifPresent(bits -> out.leaf("mode", octal(bits)));
        out.leaf("owner", owner).leaf("group", group).leaf("label", label);
        out.end();
    }

    private static String octal(long mode) {
        return "0" + Long.toOctalString(mode);
    }
}
