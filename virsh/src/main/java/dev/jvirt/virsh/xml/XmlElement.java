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

    /// The text in it.
    public String text() {
        return element.isEmpty() ? "" : element.getFirst().getTextContent();
    }
}
