package dev.jvirt.documents.xml;

/// A namespace declaration that stands on an [Element].
///
/// @param prefix the prefix, empty for the default namespace
/// @param uri what it stands for
public record Namespace(String prefix, String uri) {}
