package dev.jvirt.virsh.xml;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// An element of a document. What is not there reads as empty.
public final class XmlElement {
    private final List<Element> element;

    private XmlElement(List<Element> element) {
        this.element = element;
    }

    static XmlElement of(Element element) {
        return new XmlElement(List.of(element));
    }

    /// The first element of that name in this one; one without content if there is none.
    public XmlElement child(String name) {
        List<XmlElement> found = children(name);
        return found.isEmpty() ? new XmlElement(List.of()) : found.getFirst();
    }

    /// The elements of that name in this one.
    public List<XmlElement> children(String name) {
        var found = new ArrayList<XmlElement>();
        for (Element parent : element) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child && child.getTagName().equals(name)) {
                    found.add(of(child));
                }
            }
        }
        return found;
    }

    /// All elements in this one.
    public List<XmlElement> children() {
        var found = new ArrayList<XmlElement>();
        for (Element parent : element) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child) {
                    found.add(of(child));
                }
            }
        }
        return found;
    }

    /// The value of an attribute.
    public String attribute(String name) {
        return element.isEmpty() ? "" : element.getFirst().getAttribute(name);
    }

    /// The value of the first of some attributes that is there and not empty.
    public String attribute(String first, String... others) {
        String value = attribute(first);
        for (int i = 0; i < others.length && value.isEmpty(); i++) {
            value = attribute(others[i]);
        }
        return value;
    }

    /// Whether the document has it.
    public boolean exists() {
        return !element.isEmpty();
    }

    /// It and all in it as text.
    public String xml() {
        return NodeText.of(element.getFirst());
    }

    /// All in it as text, in an element of another name without attributes.
    public String inner(String name) {
        Element old = element.getFirst();
        Element renamed = old.getOwnerDocument().createElement(name);
        OrderedTree.order(renamed, List.of());
        for (Node node = old.getFirstChild(); node != null; node = node.getNextSibling()) {
            renamed.appendChild(OrderedTree.copy(node));
        }
        return NodeText.of(renamed);
    }

    /// Changes an attribute, or adds it behind the others.
    public void set(String name, String value) {
        Element changed = element.getFirst();
        if (!changed.hasAttribute(name)) {
            var order = new ArrayList<String>();
            OrderedTree.attributes(changed).forEach(known -> order.add(known.getName()));
            order.add(name);
            OrderedTree.order(changed, order);
        }
        changed.setAttribute(name, value);
    }

    /// Replaces what is in it by a text.
    public void setText(String text) {
        element.getFirst().setTextContent(text);
    }

    /// Adds an element without content at its end.
    public XmlElement append(String name) {
        Element parent = element.getFirst();
        Element child = parent.getOwnerDocument().createElement(name);
        OrderedTree.order(child, List.of());
        parent.appendChild(child);
        return of(child);
    }

    /// Its name.
    public String name() {
        return element.getFirst().getTagName();
    }

    /// Puts it at the end of another element of the document.
    public void moveTo(XmlElement parent) {
        parent.element.getFirst().appendChild(element.getFirst());
    }

    /// Adds an element without content before it.
    public XmlElement insertBefore(String name) {
        Element next = element.getFirst();
        Element sibling = next.getOwnerDocument().createElement(name);
        OrderedTree.order(sibling, List.of());
        next.getParentNode().insertBefore(sibling, next);
        return of(sibling);
    }

    /// Takes it out of the document.
    public void remove() {
        Element gone = element.getFirst();
        Node parent = gone.getParentNode();
        if (parent != null) {
            parent.removeChild(gone);
        }
    }

    /// The text in it.
    public String text() {
        return element.isEmpty() ? "" : element.getFirst().getTextContent();
    }
}
