package dev.jvirt.documents.xml;

/// Characters between tags.
///
/// @param content the characters, with all references resolved
/// @param cdata whether they were written as a CDATA section
public record Text(String content, boolean cdata) implements Node {}
