package dev.jvirt.virsh.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/// Builds the tree of a document as libxml2 would: attributes remember their order, and blanks that
/// only indent are dropped.
final class OrderedTree extends DefaultHandler2 {
    private static final String ORDER = "dev.jvirt.order";
    private static final String LEXICAL = "http://xml.org/sax/properties/lexical-handler";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Document document;
    private final boolean verbatim;
    private final StringBuilder text = new StringBuilder();
    private Node current;

    private OrderedTree(Document document, boolean verbatim) {
        this.document = document;
        this.verbatim = verbatim;
        current = document;
    }

    /// The tree of a document.
    ///
    /// @param verbatim whether blanks that only indent are kept
    static Document parse(String xml, boolean verbatim) throws SAXException, IOException {
        try {
            var tree =
                    new OrderedTree(
                            DocumentBuilderFactory.newNSInstance()
                                    .newDocumentBuilder()
                                    .newDocument(),
                            verbatim);
            SAXParserFactory parsers = SAXParserFactory.newNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature(NO_DOCTYPE, true);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            reader.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            reader.setProperty(LEXICAL, tree);
            reader.setContentHandler(tree);
            reader.setErrorHandler(tree);
            reader.parse(new InputSource(new StringReader(xml)));
            return tree.document;
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    /// The attributes of an element in the order of the document.
    static List<Attr> attributes(Element element) {
        var attributes = new ArrayList<Attr>();
        if (element.getUserData(ORDER) instanceof List<?> names) {
            for (Object name : names) {
                Attr attribute = element.getAttributeNode(name.toString());
                if (attribute != null) {
                    attributes.add(attribute);
                }
            }
        }
        return attributes;
    }

    /// Says in which order the attributes of an element are.
    static void order(Element element, List<String> names) {
        element.setUserData(ORDER, names, null);
    }

    /// A copy of a part of a tree.
    static Node copy(Node node) {
        Node copy = node.cloneNode(false);
        if (node instanceof Element original && copy instanceof Element element) {
            element.setUserData(ORDER, original.getUserData(ORDER), null);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            copy.appendChild(copy(child));
        }
        return copy;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        endText();
        Element element = document.createElementNS(uri.isEmpty() ? null : uri, name);
        var order = new ArrayList<String>();
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getQName(i);
            boolean declaration = attribute.equals("xmlns") || attribute.startsWith("xmlns:");
            String space = declaration ? XMLConstants.XMLNS_ATTRIBUTE_NS_URI : attributes.getURI(i);
            element.setAttributeNS(
                    space.isEmpty() ? null : space, attribute, attributes.getValue(i));
            // Namespaces come first, whatever their place.
            order.add(declaration ? 0 : order.size(), attribute);
        }
        order(element, order);
        current.appendChild(element);
        current = element;
    }

    @Override
    public void endElement(String uri, String local, String name) {
        endText();
        if (!verbatim && hasElements(current)) {
            dropIndentation(current);
        }
        current = current.getParentNode();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void comment(char[] characters, int start, int length) {
        endText();
        current.appendChild(document.createComment(new String(characters, start, length)));
    }

    @Override
    public void processingInstruction(String target, String data) {
        endText();
        current.appendChild(document.createProcessingInstruction(target, data));
    }

    private void endText() {
        if (!text.isEmpty() && current != document) {
            current.appendChild(document.createTextNode(text.toString()));
        }
        text.setLength(0);
    }

    private static boolean hasElements(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() != Node.TEXT_NODE) {
                return true;
            }
        }
        return false;
    }

    private static void dropIndentation(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE && !child.getNodeValue().isBlank()) {
                return;
            }
        }
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE) {
                node.removeChild(child);
            }
            child = next;
        }
    }
}
