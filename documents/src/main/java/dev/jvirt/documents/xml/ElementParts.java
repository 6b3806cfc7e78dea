package dev.jvirt.documents.xml;

import java.util.ArrayList;
import java.util.List;

/// An [Element] while it is being read.
final class ElementParts {
    final String prefix;
    final String name;
    final int line;
    String namespace = "";
    final List<Namespace> declarations = new ArrayList<>(0);
    final List<Attribute> attributes = new ArrayList<>();
    final List<Node> content = new ArrayList<>();

    ElementParts(String qualifiedName, int line) {
        int colon = qualifiedName.indexOf(':');
        this.prefix = colon < 0 ? "" : qualifiedName.substring(0, colon);
        this.name = qualifiedName.substring(colon + 1);
        this.line = line;
    }

    String qualifiedName() {
        return prefix.isEmpty() ? name : prefix + ':' + name;
    }

    boolean hasAttribute(String attributePrefix, String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.prefix().equals(attributePrefix)
                    && attribute.name().equals(attributeName)) {
                return true;
            }
        }
        return false;
    }
}
