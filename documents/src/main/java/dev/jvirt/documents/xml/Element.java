package dev.jvirt.documents.xml;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;

/// An element of a parsed document. Immutable.
///
/// Lookups by name see only names without a namespace, as libvirt does. The typed accessors answer
/// "absent" with an empty optional, and refuse a wrong value with an error that names the element,
/// the attribute and the value.
public final class Element implements Node {
    private final String prefix;
    private final String name;
    private final String namespace;
    private final int line;
    private final List<Namespace> declarations;
    private final List<Attribute> attributes;
    private final List<Node> content;

    Element(ElementParts parts) {
        this.prefix = parts.prefix;
        this.name = parts.name;
        this.namespace = parts.namespace;
        this.line = parts.line;
        this.declarations = List.copyOf(parts.declarations);
        this.attributes = List.copyOf(parts.attributes);
        this.content = List.copyOf(parts.content);
    }

    /// The same with other content.
    Element(Element other, List<Node> content) {
        this.prefix = other.prefix;
        this.name = other.name;
        this.namespace = other.namespace;
        this.line = other.line;
        this.declarations = other.declarations;
        this.attributes = other.attributes;
        this.content = List.copyOf(content);
    }

    /// The same without some of its children.
    public Element retaining(Predicate<Element> condition) {
        var kept = new ArrayList<Node>();
        for (Node node : content) {
            if (!(node instanceof Element child) || condition.test(child)) {
                kept.add(node);
            }
        }
        return new Element(this, kept);
    }

    /// The prefix of the name, empty if there is none.
    public String prefix() {
        return prefix;
    }

    /// The name without prefix.
    public String name() {
        return name;
    }

    /// The name as it is written.
    public String qualifiedName() {
        return prefix.isEmpty() ? name : prefix + ':' + name;
    }

    /// The URI of the namespace of the name, empty if there is none.
    public String namespace() {
        return namespace;
    }

    /// The line on which the element begins, from 1.
    public int line() {
        return line;
    }

    /// The namespaces declared on this element.
    public List<Namespace> declarations() {
        return declarations;
    }

    /// The attributes in the order of the document, without namespace declarations.
    public List<Attribute> attributes() {
        return attributes;
    }

    /// Elements, text and comments in the order of the document.
    public List<Node> content() {
        return content;
    }

    /// The child elements.
    public List<Element> children() {
        var found = new ArrayList<Element>();
        for (Node node : content) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /// The child elements with that name.
    public List<Element> children(String childName) {
        var found = new ArrayList<Element>();
        for (Node node : content) {
            if (node instanceof Element element && element.is(childName)) {
                found.add(element);
            }
        }
        return found;
    }

    /// The first child element with that name.
    public Optional<Element> child(String childName) {
        for (Node node : content) {
            if (node instanceof Element element && element.is(childName)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /// Whether there is a child element with that name.
    public boolean has(String childName) {
        return child(childName).isPresent();
    }

    /// The element at the end of a path of names, by the first child of each name.
    public Optional<Element> descend(String... path) {
        var at = Optional.of(this);
        for (String step : path) {
            at = at.flatMap(element -> element.child(step));
        }
        return at;
    }

    /// The first child with that name in a namespace.
    public Optional<Element> child(String childName, String uri) {
        for (Node node : content) {
            if (node instanceof Element element
                    && element.name.equals(childName)
                    && element.namespace.equals(uri)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private boolean is(String wanted) {
        return namespace.isEmpty() && name.equals(wanted);
    }

    /// All text within the element and its descendants.
    public String text() {
        if (content.size() == 1 && content.getFirst() instanceof Text text) {
            return text.content();
        }
        var all = new StringBuilder();
        collectText(all);
        return all.toString();
    }

    private void collectText(StringBuilder all) {
        for (Node node : content) {
            switch (node) {
                case Text text -> all.append(text.content());
                case Element element -> element.collectText(all);
                case Comment _ -> {}
            }
        }
    }

    /// The text of a child element; absent if it has none.
    public Optional<String> text(String childName) {
        return child(childName).map(Element::text).filter(text -> !text.isEmpty());
    }

    /// The value of an attribute.
    public Optional<String> attribute(String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.prefix().isEmpty() && attribute.name().equals(attributeName)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /// The value of an attribute that must be there.
    public String required(String attributeName) {
        return attribute(attributeName).orElseThrow(() -> missing(attributeName));
    }

    /// Whether an attribute has exactly that value.
    public boolean is(String attributeName, String value) {
        return attribute(attributeName).filter(value::equals).isPresent();
    }

    /// `yes` or `no`.
    public Optional<Boolean> yesNo(String attributeName) {
        return either(attributeName, "yes", "no");
    }

    /// `on` or `off`.
    public Optional<Boolean> onOff(String attributeName) {
        return either(attributeName, "on", "off");
    }

    private Optional<Boolean> either(String attributeName, String yes, String no) {
        var value = attribute(attributeName);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().equals(yes)) {
            return Optional.of(true);
        }
        if (value.get().equals(no)) {
            return Optional.of(false);
        }
        throw invalid(attributeName, value.get());
    }

    /// One of the words of an enum.
    public <E extends Enum<E> & Word> Optional<E> choice(String attributeName, Class<E> type) {
        var value = attribute(attributeName);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var found = Word.find(type, value.get());
        if (found.isEmpty()) {
            throw invalid(attributeName, value.get());
        }
        return found;
    }

    /// One of the words of an enum, or a further word that means the same as nothing.
    public <E extends Enum<E> & Word> Optional<E> choice(
            String attributeName, Class<E> type, String nothing) {
        return is(attributeName, nothing) ? Optional.empty() : choice(attributeName, type);
    }

    /// One of the words of an enum that must be there.
    public <E extends Enum<E> & Word> E requiredChoice(String attributeName, Class<E> type) {
        return choice(attributeName, type).orElseThrow(() -> missing(attributeName));
    }

    /// A signed number.
    public OptionalInt integer(String attributeName) {
        return integer(attributeName, 10);
    }

    /// A signed number in a base as for [Numbers#parse].
    public OptionalInt integer(String attributeName, int base) {
        var value = attribute(attributeName);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalLong number = Numbers.parse(value.get(), base);
        if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
            throw invalid(attributeName, value.get(), "Expected integer value");
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    /// A signed number that must not be negative.
    public OptionalInt nonNegative(String attributeName) {
        OptionalInt number = integer(attributeName);
        if (number.isPresent() && number.getAsInt() < 0) {
            throw invalid(attributeName, required(attributeName), "Expected non-negative value");
        }
        return number;
    }

    /// An unsigned number of up to 31 bits.
    public OptionalInt unsigned(String attributeName) {
        return unsigned(attributeName, 10);
    }

    /// An unsigned number of up to 31 bits in a base as for [Numbers#parse].
    public OptionalInt unsigned(String attributeName, int base) {
        OptionalLong number = unsignedLong(attributeName, base);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (number.getAsLong() > Integer.MAX_VALUE) {
            throw invalid(
                    attributeName, required(attributeName), "Expected non-negative integer value");
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    /// An unsigned number in which 0 means the same as nothing.
    public OptionalInt positive(String attributeName) {
        OptionalInt number = unsigned(attributeName);
        return number.isPresent() && number.getAsInt() == 0 ? OptionalInt.empty() : number;
    }

    /// An unsigned number that must not be 0.
    public OptionalInt nonZero(String attributeName) {
        OptionalInt number = unsigned(attributeName);
        if (number.isPresent() && number.getAsInt() == 0) {
            throw zero(attributeName);
        }
        return number;
    }

    /// An unsigned number of up to 63 bits.
    public OptionalLong unsignedLong(String attributeName) {
        return unsignedLong(attributeName, 10);
    }

    /// An unsigned number of up to 63 bits in a base as for [Numbers#parse].
    public OptionalLong unsignedLong(String attributeName, int base) {
        var value = attribute(attributeName);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(value.get(), base);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw invalid(attributeName, value.get(), "Expected non-negative integer value");
        }
        return number;
    }

    /// A signed number of up to 64 bits.
    public OptionalLong longInteger(String attributeName) {
        var value = attribute(attributeName);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(value.get(), 10);
        if (number.isEmpty()) {
            throw invalid(attributeName, value.get(), "Expected long long integer value");
        }
        return number;
    }

    /// A UUID, with or without hyphens.
    public Optional<UUID> uuid(String attributeName) {
        var value = attribute(attributeName);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var uuid = Uuids.parse(value.get());
        if (uuid.isEmpty()) {
            throw invalid(attributeName, value.get(), "Expected UUID");
        }
        return uuid;
    }

    /// The number that is the text of a child element.
    public OptionalLong number(String childName) {
        var value = text(childName);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.parse(value.get(), 10);
        if (number.isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.XML,
                    XML_ERROR,
                    "Invalid value '%s' for element '%s': Expected integer value"
                            .formatted(value.get(), childName));
        }
        return number;
    }

    /// The error for an attribute that is not there.
    public LibvirtException missing(String attributeName) {
        return new LibvirtException(
                ErrorDomain.XML,
                XML_ERROR,
                "Missing required attribute '%s' in element '%s'".formatted(attributeName, name));
    }

    /// The error for an attribute with an unknown value.
    public LibvirtException invalid(String attributeName, String value) {
        return new LibvirtException(
                ErrorDomain.XML,
                XML_ERROR,
                "Invalid value for attribute '%s' in element '%s': '%s'."
                        .formatted(attributeName, name, value));
    }

    private LibvirtException invalid(String attributeName, String value, String expected) {
        return new LibvirtException(
                ErrorDomain.XML,
                XML_ERROR,
                "Invalid value for attribute '%s' in element '%s': '%s'. %s"
                        .formatted(attributeName, name, value, expected));
    }

    private LibvirtException zero(String attributeName) {
        return new LibvirtException(
                ErrorDomain.XML,
                XML_ERROR,
                "Invalid value for attribute '%s' in element '%s': Zero is not permitted"
                        .formatted(attributeName, name));
    }

    @Override
    public String toString() {
        return "<" + qualifiedName() + "> at line " + line;
    }
}
