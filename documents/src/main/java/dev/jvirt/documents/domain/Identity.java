package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Metadata;
import dev.jvirt.documents.xml.MissingInformation;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.UUID;

/// Which domain it is, and what people say about it.
///
/// @param uuid absent until one is generated
/// @param generation `<genid>`: changes whenever the guest goes back in time
/// @param metadata what other programs keep here
public record Identity(
        String name,
        Optional<UUID> uuid,
        Optional<Generation> generation,
        Optional<String> title,
        Optional<String> description,
        Optional<Element> metadata) {
    /// `<genid>`; absent until one is generated.
    public record Generation(Optional<UUID> id) {}

    /// The same with another name.
    public Identity withName(String value) {
        return new Identity(value, uuid, generation, title, description, metadata);
    }

    /// The same with another UUID.
    public Identity withUuid(UUID value) {
        return new Identity(name, Optional.of(value), generation, title, description, metadata);
    }

    /// The same with another generation.
    public Identity withGeneration(UUID value) {
        return new Identity(
                name,
                uuid,
                Optional.of(new Generation(Optional.of(value))),
                title,
                description,
                metadata);
    }

    /// The same with another title or none.
    public Identity withTitle(Optional<String> value) {
        return new Identity(name, uuid, generation, value, description, metadata);
    }

    /// The same with another description or none.
    public Identity withDescription(Optional<String> value) {
        return new Identity(name, uuid, generation, title, value, metadata);
    }

    /// The same with other metadata or none.
    public Identity withMetadata(Optional<Element> value) {
        return new Identity(name, uuid, generation, title, description, value);
    }

    static Identity parse(Element domain) {
        String name = domain.text("name").orElseThrow(() -> MissingInformation.name());
        if (name.contains("\n")) {
            throw new LibvirtException(ErrorDomain.XML, XML_DETAIL, "invalid char in name: \n");
        }
        var generations = domain.children("genid");
        if (generations.size() > 1) {
            throw new LibvirtException(XML_ERROR, "element 'genid' can only appear once");
        }
        var title = domain.text("title");
        if (title.filter(t -> t.contains("\n")).isPresent()) {
            throw new LibvirtException(XML_ERROR, "Domain title can't contain newlines");
        }
        return new Identity(
                name,
                uuid(domain, "uuid"),
                generations.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Generation(uuid(domain, "genid"))),
                title,
                domain.text("description"),
                domain.child("metadata").map(Metadata::clean));
    }

    private static Optional<UUID> uuid(Element domain, String name) {
        var text = domain.text(name);
        var uuid = text.flatMap(Uuids::parse);
        if (text.isPresent() && uuid.isEmpty()) {
            throw new LibvirtException(INTERNAL_ERROR, "malformed %s element".formatted(name));
        }
        return uuid;
    }

    void format(XmlWriter out) {
        out.leaf("name", name).leaf("uuid", uuid.map(UUID::toString));
        generation.flatMap(Generation::id).ifPresent(id -> out.leaf("genid", id.toString()));
        out.leaf("title", title).leaf("description", description);
        metadata.ifPresent(out::foreign);
    }
}
