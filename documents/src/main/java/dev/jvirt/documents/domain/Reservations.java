package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<reservations>`: the helper for SCSI persistent reservations.
///
/// @param managed whether libvirt starts the helper
/// @param path socket of the helper
public record Reservations(boolean managed, Optional<String> path) {
    static Reservations parse(Element element) {
        element.required("managed");
        boolean managed = element.yesNo("managed").orElse(false);
        var source = element.child("source");
        var type = source.flatMap(s -> s.attribute("type"));
        var path = source.flatMap(s -> s.attribute("path"));
        var mode = source.flatMap(s -> s.attribute("mode"));
        if (!managed || type.isPresent() || path.isPresent() || mode.isPresent()) {
            require(type, "connection type");
            require(path, "path");
            require(mode, "connection mode");
            requireValue(type, "unix", "connection type");
            requireValue(mode, "client", "connection mode");
        }
        return new Reservations(managed, path);
    }

    private static void require(Optional<String> value, String what) {
        if (value.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing %s for <reservations/>".formatted(what));
        }
    }

    private static void requireValue(Optional<String> value, String wanted, String what) {
        if (value.filter(wanted::equals).isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "unsupported %s for <reservations/>: %s".formatted(what, value.orElse("")));
        }
    }

    void format(XmlWriter out, FormatFlags flags) {
        out.start("reservations").attribute("managed", managed ? "yes" : "no");
        if (path.isPresent() && (!managed || !flags.migratable())) {
            out.start("source")
                    .attribute("type", "unix")
                    .attribute("path", path)
                    .attribute("mode", "client")
                    .end();
        }
        out.end();
    }
}
