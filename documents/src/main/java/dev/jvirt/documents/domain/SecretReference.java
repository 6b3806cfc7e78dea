package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;

/// `<secret>`: a secret by UUID or by usage.
public record SecretReference(Optional<String> type, Optional<UUID> uuid, Optional<String> usage) {
    static SecretReference parse(Element secret) {
        var uuid = secret.attribute("uuid");
        var usage = secret.attribute("usage");
        if (uuid.isEmpty() && usage.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing secret uuid or usage attribute");
        }
        if (uuid.isPresent() && usage.isPresent()) {
            throw new LibvirtException(XML_ERROR, "either secret uuid or usage expected");
        }
        if (uuid.isPresent() && Uuids.parse(uuid.get()).isEmpty()) {
            throw new LibvirtException(XML_ERROR, "invalid secret uuid '%s'".formatted(uuid.get()));
        }
        return new SecretReference(secret.attribute("type"), uuid.flatMap(Uuids::parse), usage);
    }

    void format(XmlWriter out) {
        out.start("secret")
                .attribute("type", type)
                .attribute("uuid", uuid.map(UUID::toString))
                .attribute("usage", usage)
                .end();
    }
}
