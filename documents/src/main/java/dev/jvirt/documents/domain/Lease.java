package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<lease>`: a lock that the domain holds while it runs.
public record Lease(Optional<String> lockspace, String key, String path, OptionalLong offset)
        implements Device {
    static Lease parse(Element lease) {
        String key =
                lease.text("key")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR, "Missing 'key' element for lease"));
        var target = lease.child("target");
        var path = target.flatMap(t -> t.attribute("path"));
        if (path.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "Missing 'target' element for lease");
        }
        OptionalLong offset = target.get().unsignedLong("offset");
        return new Lease(
                lease.text("lockspace"),
                key,
                path.get(),
                offset.orElse(0) == 0 ? OptionalLong.empty() : offset);
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("lease")
                .leaf("lockspace", lockspace)
                .leaf("key", key)
                .start("target")
                .attribute("path", path)
                .attribute("offset", offset)
                .end()
                .end();
    }
}
