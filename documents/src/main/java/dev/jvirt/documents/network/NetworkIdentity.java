package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Metadata;
import dev.jvirt.documents.xml.MissingInformation;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Which network it is.
///
/// @param metadata what other programs keep here
public record NetworkIdentity(String name, UUID uuid, Optional<Element> metadata) {
    static NetworkIdentity parse(Element network, Supplier<UUID> uuids) {
        String name = network.text("name").orElseThrow(MissingInformation::name);
        if (name.contains("/")) {
            throw new LibvirtException(ErrorDomain.XML, XML_DETAIL, "invalid char in name: /");
        }
        return new NetworkIdentity(
                name,
                network.text("uuid").map(NetworkIdentity::uuid).orElseGet(uuids),
                network.child("metadata").map(Metadata::clean));
    }

    private static UUID uuid(String text) {
        return Uuids.parse(text)
                .orElseThrow(() -> new LibvirtException(INTERNAL_ERROR, "malformed uuid element"));
    }

    void format(XmlWriter out) {
        out.leaf("name", name).leaf("uuid", uuid.toString());
        metadata.ifPresent(out::foreign);
    }
}
