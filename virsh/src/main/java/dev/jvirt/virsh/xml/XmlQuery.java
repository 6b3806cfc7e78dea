package dev.jvirt.virsh.xml;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Finds parts of a document by an XPath expression.
public final class XmlQuery {
    private final Document document;

    private XmlQuery(Document document) {
        this.document = document;
    }

    /// A document to ask.
    ///
    /// @throws LibvirtException XML_ERROR if it is none
    public static XmlQuery of(String xml) {
        try {
            return new XmlQuery(OrderedTree.parse(xml, false));
        } catch (SAXException | IOException | DOMException e) {
            throw new LibvirtException(ErrorDomain.XML, ErrorCode.XML_ERROR, e.toString(), e);
        }
    }

    /// A document to change, whose parts are written with the blanks that they had.
    ///
    /// @throws LibvirtException XML_ERROR if it is none
    public static XmlQuery verbatim(String xml) {
        try {
            return new XmlQuery(OrderedTree.parse(xml, true));
        } catch (SAXException | IOException | DOMException e) {
            throw new LibvirtException(ErrorDomain.XML, ErrorCode.XML_ERROR, e.toString(), e);
        }
    }

    /// The parts that an expression finds, each as text.
    ///
    /// @throws MalformedXPathException if the expression makes no sense
    /// @throws LibvirtException INTERNAL_ERROR if it finds something else than parts
    public List<String> find(String expression) {
        var texts = new ArrayList<String>();
        for (Node node : nodes(expression)) {
            texts.add(NodeText.of(node));
        }
        return texts;
    }

    /// The parts that an expression finds, as the content of one element.
    public String findWrapped(String expression) {
        Element root = document.createElement("nodes");
        var order = new ArrayList<String>();
        for (Node node : nodes(expression)) {
            if (node instanceof Attr attribute) {
                // The last of several with one name counts, and stands where it was found.
                root.setAttribute(attribute.getName(), attribute.getValue());
                order.remove(attribute.getName());
                order.add(attribute.getName());
            } else {
                root.appendChild(OrderedTree.copy(node));
            }
        }
        OrderedTree.order(root, order);
        return NodeText.of(root);
    }

    /// The outermost element.
    public XmlElement root() {
        return XmlElement.of(document.getDocumentElement());
    }

    private List<Node> nodes(String expression) {
        NodeList found;
        XPathExpression compiled;
        try {
            compiled = XPathFactory.newInstance().newXPath().compile(expression);
        } catch (XPathExpressionException e) {
            throw new MalformedXPathException(e);
        }
        try {
            found = (NodeList) compiled.evaluate(document, XPathConstants.NODESET);
        } catch (XPathExpressionException e) {
            throw new LibvirtException(
                    ErrorDomain.XML,
                    ErrorCode.INTERNAL_ERROR,
                    "Incorrect xpath '" + expression + "'",
                    e);
        }
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < found.getLength(); i++) {
            Node node = found.item(i);
            if (node instanceof Attr attribute) {
                i += addAttributes(found, i, attribute.getOwnerElement(), nodes) - 1;
            } else {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /// Adds the attributes of one element, found one after the other, in the document's order.
    ///
    /// @return how many there are
    private static int addAttributes(NodeList found, int first, Element owner, List<Node> nodes) {
        var together = new ArrayList<Node>();
        while (first + together.size() < found.getLength()
                && found.item(first + together.size()) instanceof Attr attribute
                && attribute.getOwnerElement() == owner) {
            together.add(attribute);
        }
        for (Attr attribute : OrderedTree.attributes(owner)) {
            if (together.contains(attribute)) {
                nodes.add(attribute);
            }
        }
        return together.size();
    }
}
