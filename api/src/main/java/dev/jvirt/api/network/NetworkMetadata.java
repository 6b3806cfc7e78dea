package dev.jvirt.api.network;

import java.util.Optional;

/// What is noted down about a network, or taken away.
///
/// @param type libvirt's number of a [NetworkMetadataType]; kept as it came so that drivers can
/// refuse unknown ones
/// @param text the title, description or element; empty to remove it
/// @param key prefix of the element's namespace; only with elements
/// @param uri of the element's namespace; only with elements
public record NetworkMetadata(
        int type, Optional<String> text, Optional<String> key, Optional<String> uri) {

    /// A title in one line; empty to remove it.
    public static NetworkMetadata title(Optional<String> title) {
        return plain(NetworkMetadataType.TITLE, title);
    }

    /// A description; empty to remove it.
    public static NetworkMetadata description(Optional<String> description) {
        return plain(NetworkMetadataType.DESCRIPTION, description);
    }

    private static NetworkMetadata plain(NetworkMetadataType type, Optional<String> text) {
        return new NetworkMetadata(type.code(), text, Optional.empty(), Optional.empty());
    }

    /// An XML element of an application.
    ///
    /// @param uri of its namespace: there is one element for each
    /// @param key prefix of the namespace
    /// @param xml the element, without the namespace
    public static NetworkMetadata element(String uri, String key, String xml) {
        return new NetworkMetadata(
                NetworkMetadataType.ELEMENT.code(),
                Optional.of(xml),
                Optional.of(key),
                Optional.of(uri));
    }

    /// Removes the element of a namespace.
    public static NetworkMetadata noElement(String uri) {
        return new NetworkMetadata(
                NetworkMetadataType.ELEMENT.code(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(uri));
    }
}
