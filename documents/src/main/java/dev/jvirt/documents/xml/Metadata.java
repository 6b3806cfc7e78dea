package dev.jvirt.documents.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /// What stands there for a namespace, as its owner wrote it: without the namespace.
    public static Optional<String> text(Element metadata, String uri) {
        for (Element child : metadata.children()) {
            if (child.namespace().equals(uri)) {
                var out = new StringBuilder();
                new ForeignFormat(out).element(moved(child, uri, new Namespace("", "")), 0);
                return Optional.of(out.toString());
            }
        }
        return Optional.empty();
    }

    /// The same with something for a namespace, in place of what stood there for it.
    ///
    /// @param metadata absent if there was nothing yet
    /// @param xml without a namespace
    /// @param namespace with the prefix to use
    public static Element with(Optional<Element> metadata, String xml, Namespace namespace) {
        Element added = XmlParser.parse(xml, "(metadata_xml)");
        var parts = new ElementParts("metadata", 0);
        metadata.ifPresent(known -> keepOthers(known, namespace.uri(), parts.content));
        parts.content.add(rooted(added, namespace));
        return new Element(parts);
    }

    /// The same without what stands there for a namespace.
    public static Element without(Element metadata, String uri) {
        var kept = new ArrayList<Node>();
        keepOthers(metadata, uri, kept);
        return new Element(metadata, kept);
    }

    private static void keepOthers(Element metadata, String uri, List<Node> kept) {
        for (Element child : metadata.children()) {
            if (!child.namespace().equals(uri)) {
                kept.add(child);
            }
        }
    }

    /// Only the root is put into the namespace, as libvirt does it.
    private static Element rooted(Element element, Namespace namespace) {
        var parts = new ElementParts(element.name(), element.line());
        parts.prefix = namespace.prefix();
        parts.namespace = namespace.uri();
        parts.declarations.add(namespace);
        parts.declarations.addAll(element.declarations());
        parts.attributes.addAll(element.attributes());
        parts.content.addAll(element.content());
        return new Element(parts);
    }

    private static Element moved(Element element, String from, Namespace to) {
        boolean moves = element.namespace().equals(from);
        var parts = new ElementParts(element.name(), element.line());
        parts.prefix = moves ? to.prefix() : element.prefix();
        parts.namespace = moves ? to.uri() : element.namespace();
        for (Namespace declaration : element.declarations()) {
            if (!declaration.uri().equals(from)) {
                parts.declarations.add(declaration);
            }
        }
        parts.attributes.addAll(element.attributes());
        for (Node node : element.content()) {
            parts.content.add(node instanceof Element child ? moved(child, from, to) : node);
        }
        return new Element(parts);
    }
}
