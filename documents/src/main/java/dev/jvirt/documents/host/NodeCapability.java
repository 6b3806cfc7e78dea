package dev.jvirt.documents.host;

import dev.jvirt.documents.xml.Attribute;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<capability>`: something that a device can do, and what is known about it: names and values, or
/// further parts.
public record NodeCapability(String kind, List<Part> parts) {
    /// A child of the element.
    public sealed interface Part {}

    /// A name and its value.
    public record Fact(String name, List<Attribute> attributes, String value) implements Part {
        /// A fact with its own copy.
        public Fact {
            attributes = List.copyOf(attributes);
        }

        /// A fact without attributes.
        public Fact(String name, String value) {
            this(name, List.of(), value);
        }
    }

    /// Facts that belong together.
    public record Group(String name, List<Attribute> attributes, List<Part> parts) implements Part {
        /// A group with its own copies.
        public Group {
            attributes = List.copyOf(attributes);
            parts = List.copyOf(parts);
        }
    }

    /// A capability within the capability.
    public record Inner(NodeCapability capability) implements Part {}

    /// A capability with its own copy.
    public NodeCapability {
        parts = List.copyOf(parts);
    }

    static NodeCapability parse(Element capability) {
        return new NodeCapability(capability.required("type"), parts(capability));
    }

    private static List<Part> parts(Element element) {
        var parts = new ArrayList<Part>();
        for (Element child : element.children()) {
            if (child.name().equals("capability")) {
                parts.add(new Inner(parse(child)));
            } else if (child.children().isEmpty()) {
                parts.add(new Fact(child.name(), child.attributes(), child.text()));
            } else {
                parts.add(new Group(child.name(), child.attributes(), parts(child)));
            }
        }
        return parts;
    }

    /// Itself or a capability within it, if it is of that kind.
    Optional<NodeCapability> find(String wanted) {
        if (kind.equals(wanted)) {
            return Optional.of(this);
        }
        for (Part part : parts) {
            if (part instanceof Inner(NodeCapability inner)) {
                var found = inner.find(wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The value of a fact.
    public Optional<String> fact(String name) {
        for (Part part : parts) {
            if (part instanceof Fact fact && fact.name().equals(name)) {
                return Optional.of(fact.value());
            }
        }
        return Optional.empty();
    }

    /// The same with another value of a fact, also within it.
    public NodeCapability with(String within, Fact changed) {
        var list = new ArrayList<Part>();
        for (Part part : parts) {
            list.add(
                    switch (part) {
                        case Inner(NodeCapability inner) -> new Inner(inner.with(within, changed));
                        case Fact fact ->
                                kind.equals(within) && fact.name().equals(changed.name())
                                        ? changed
                                        : fact;
                        case Group group -> group;
                    });
        }
        return new NodeCapability(kind, list);
    }

    /// The same without what is within it of that kind.
    public NodeCapability without(String inner) {
        var list = new ArrayList<Part>();
        for (Part part : parts) {
            if (!(part instanceof Inner(NodeCapability other)) || !other.kind.equals(inner)) {
                list.add(part);
            }
        }
        return new NodeCapability(kind, list);
    }

    void format(XmlWriter out) {
        out.start("capability").attribute("type", kind);
        format(out, parts);
        out.end();
    }

    private static void format(XmlWriter out, List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Fact fact -> {
                    start(out, fact.name(), fact.attributes());
                    if (!fact.value().isEmpty()) {
                        out.text(fact.value());
                    }
                    out.end();
                }
                case Inner(NodeCapability inner) -> inner.format(out);
                case Group group -> {
                    start(out, group.name(), group.attributes());
                    format(out, group.parts());
                    out.end();
                }
            }
        }
    }

    private static void start(XmlWriter out, String name, List<Attribute> attributes) {
        out.start(name);
        for (Attribute attribute : attributes) {
            out.attribute(attribute.qualifiedName(), attribute.value());
        }
    }
}
