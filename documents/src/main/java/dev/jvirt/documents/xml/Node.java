package dev.jvirt.documents.xml;

/// A part of the content of an [Element].
public sealed interface Node permits Element, Text, Comment {}
