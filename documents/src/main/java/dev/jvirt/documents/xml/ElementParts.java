package dev.jvirt.documents.xml;

import java.util.ArrayList;
import java.util.List;

/// An [Element] while it is being read.
final class ElementParts {
    final String qualifiedName;
    final int line;
    String prefix = "";
    String name;
    String namespace = "";
    final List<Namespace> declarations = new ArrayList<>(0);
    final List<Attribute> attributes = new ArrayList<>();
    final List<Node> content = new ArrayList<>();

    ElementParts(String qualifiedName, int line) {
        this.qualifiedName = qualifiedName;
        this.name = qualifiedName;
        this.line = line;
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

    boolean declares(String namespacePrefix) {
        for (Namespace declaration : declarations) {
            if (declaration.prefix().equals(namespacePrefix)) {
                return true;
            }
        }
        return false;
    }
}
