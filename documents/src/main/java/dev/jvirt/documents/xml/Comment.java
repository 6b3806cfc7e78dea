package dev.jvirt.documents.xml;

/// A comment or a processing instruction: kept only so that metadata comes back as it was given.
///
/// @param source the whole construct, with its delimiters
public record Comment(String source) implements Node {}
