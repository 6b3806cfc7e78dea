package dev.jvirt.documents.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/// `<metadata>`: what other programs keep in a document, one element for each of their namespaces.
public final class Metadata {
    private Metadata() {}

    /// The same without what libvirt does not keep: text, comments, elements without a namespace,
    /// and all but the first of each namespace.
    public static Element clean(Element metadata) {
        var kept = new ArrayList<Node>();
        Set<String> seen = new HashSet<>();
        for (Element child : metadata.children()) {
            if (!child.namespace().isEmpty() && seen.add(child.namespace())) {
                kept.add(child);
            }
        }
        return new Element(metadata, kept);
    }
}
