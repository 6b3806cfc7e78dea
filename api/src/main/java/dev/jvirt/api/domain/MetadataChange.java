package dev.jvirt.api.domain;

import java.util.Optional;

/// A new value for one part of the metadata of a domain.
///
/// @param value the text, or the XML of an [MetadataType#ELEMENT]; absent to remove the part
/// @param key the namespace prefix of a new element, absent for the other types
public record MetadataChange(MetadataPart part, Optional<String> value, Optional<String> key) {
    /// Sets the description, or removes it.
    public static MetadataChange description(Optional<String> text) {
        return new MetadataChange(MetadataPart.description(), text, Optional.empty());
    }

    /// Sets the title, or removes it.
    ///
    /// @param line without a line break
    public static MetadataChange title(Optional<String> line) {
        return new MetadataChange(MetadataPart.title(), line, Optional.empty());
    }

    /// Sets the element of an application.
    ///
    /// @param key the prefix for its namespace
    /// @param xml the element, whose own namespace is not declared
    public static MetadataChange element(String uri, String key, String xml) {
        return new MetadataChange(MetadataPart.element(uri), Optional.of(xml), Optional.of(key));
    }

    /// Removes the element of an application.
    public static MetadataChange withoutElement(String uri) {
        return new MetadataChange(MetadataPart.element(uri), Optional.empty(), Optional.empty());
    }
}
