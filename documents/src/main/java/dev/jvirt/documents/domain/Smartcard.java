package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// `<smartcard>`.
///
/// @param certificates three names, if the card is made of host certificates
/// @param backend where the card is, if it is passed through
public record Smartcard(
        Mode mode,
        List<String> certificates,
        Optional<String> database,
        Optional<CharBackend> backend,
        DeviceInfo info)
        implements GuestDevice {
    private static final int CERTIFICATES = 3;

    /// Where the card comes from.
    public enum Mode implements Word {
        HOST,
        HOST_CERTIFICATES,
        PASSTHROUGH
    }

    /// A card with its own copy of the names.
    public Smartcard {
        certificates = List.copyOf(certificates);
    }

    @Override
    public Smartcard withInfo(DeviceInfo value) {
        return new Smartcard(mode, certificates, database, backend, value);
    }

    static Smartcard parse(Element element, ParseFlags flags) {
        var mode = element.requiredChoice("mode", Mode.class);
        List<String> certificates = List.of();
        Optional<String> database = Optional.empty();
        Optional<CharBackend> backend = Optional.empty();
        switch (mode) {
            case HOST -> {}
            case HOST_CERTIFICATES -> {
                certificates = element.children("certificate").stream().map(Element::text).toList();
                if (certificates.size() != CERTIFICATES) {
                    throw new LibvirtException(
                            XML_ERROR, "host-certificates mode needs exactly three certificates");
                }
                database = element.text("database");
                if (database.filter(d -> !d.startsWith("/")).isPresent()) {
                    throw new LibvirtException(
                            XML_ERROR, "expecting absolute path: %s".formatted(database.get()));
                }
            }
            case PASSTHROUGH -> {
                String type =
                        element.attribute("type")
                                .orElseThrow(
                                        () ->
                                                new LibvirtException(
                                                        XML_ERROR,
                                                        "passthrough mode requires a character"
                                                                + " device type attribute"));
                backend = Optional.of(CharBackend.parse(element, type, flags));
            }
        }
        return new Smartcard(
                mode, certificates, database, backend, DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("smartcard").attribute("mode", mode);
        backend.ifPresent(b -> out.attribute("type", b.source().type()));
        for (String certificate : certificates) {
            out.leaf("certificate", certificate);
        }
        out.leaf("database", database);
        backend.ifPresent(b -> b.format(out, flags));
        info.format(out);
        out.end();
    }
}
