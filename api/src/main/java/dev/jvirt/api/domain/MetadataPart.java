package dev.jvirt.api.domain;

import java.util.Optional;

/// One part of the metadata of a domain.
///
/// @param uri the XML namespace of an [MetadataType#ELEMENT], absent for the other types
public record MetadataPart(MetadataType type, Optional<String> uri) {
    /// The description of the domain.
    public static MetadataPart description() {
        return new MetadataPart(MetadataType.DESCRIPTION, Optional.empty());
    }

    /// The title of the domain, a single line.
    public static MetadataPart title() {
        return new MetadataPart(MetadataType.TITLE, Optional.empty());
    }

    /// The element of an application, by its XML namespace.
    public static MetadataPart element(String uri) {
        return new MetadataPart(MetadataType.ELEMENT, Optional.of(uri));
    }
}
