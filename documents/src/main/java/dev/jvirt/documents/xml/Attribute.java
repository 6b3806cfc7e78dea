package dev.jvirt.documents.xml;

/// An attribute of an [Element].
///
/// @param prefix namespace prefix, empty if there is none
/// @param name the name without prefix
/// @param value the value with all references resolved
public record Attribute(String prefix, String name, String value) {
    /// The name as it is written.
    public String qualifiedName() {
        return prefix.isEmpty() ? name : prefix + ':' + name;
    }
}
