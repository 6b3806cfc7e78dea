package dev.jvirt.documents.xml;

import java.util.HashSet;
import java.util.Set;

/// `<metadata>`: what other programs keep in a document, one element for each of their namespaces.
public final class Metadata {
    private Metadata() {}

    /// The same without what libvirt does not keep: text, comments, elements without a namespace,
    /// and all but the first of each namespace.
    public static Element clean(Element metadata) {
        var parts = new ElementParts(metadata.qualifiedName(), metadata.line());
        parts.namespace = metadata.namespace();
        parts.declarations.addAll(metadata.declarations());
        parts.attributes.addAll(metadata.attributes());
        Set<String> seen = new HashSet<>();
        for (Element child : metadata.children()) {
            if (!child.namespace().isEmpty() && seen.add(child.namespace())) {
                parts.content.add(child);
            }
        }
        return new Element(parts);
    }
}
