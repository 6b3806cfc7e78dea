package dev.jvirt.documents.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An [Element] while it is being read.
final class ElementParts {
    /// So many names are compared one by one; with more, a document could make that take for ever.
    private static final int FEW = 16;

    final String qualifiedName;
    final int line;
    String prefix = "";
    String name;
    String namespace = "";
    final List<Namespace> declarations = new ArrayList<>(0);
    final List<Attribute> attributes = new ArrayList<>();
    final List<Node> content = new ArrayList<>();
    private @Nullable Set<String> names;
    private @Nullable Set<String> prefixes;

    ElementParts(String qualifiedName, int line) {
        this.qualifiedName = qualifiedName;
        this.name = qualifiedName;
        this.line = line;
    }

    /// Adds an attribute.
    ///
    /// @return whether it is the first of its name
    boolean add(Attribute attribute) {
        String qualified = attribute.qualifiedName();
        boolean first = attributes.size() < FEW ? !has(qualified) : attributeNames().add(qualified);
        attributes.add(attribute);
        return first;
    }

    private boolean has(String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.qualifiedName().equals(attributeName)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> attributeNames() {
        Set<String> known = names;
        if (known == null) {
            known = new HashSet<>();
            for (Attribute attribute : attributes) {
                known.add(attribute.qualifiedName());
            }
            names = known;
        }
        return known;
    }

    /// Adds the declaration of a namespace.
    ///
    /// @return whether it is the first of its prefix
    boolean add(Namespace declaration) {
        if (prefixes == null) {
            prefixes = new HashSet<>();
        }
        declarations.add(declaration);
        return prefixes.add(declaration.prefix());
    }
}
