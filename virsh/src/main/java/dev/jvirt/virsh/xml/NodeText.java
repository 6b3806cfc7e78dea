package dev.jvirt.virsh.xml;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Writes a part of a document as libxml2 does: double quotes, two blanks of indentation, and no
/// indentation where text stands between elements.
final class NodeText {
    private final StringBuilder text = new StringBuilder();

    private NodeText() {}

    static String of(Node node) {
        var writer = new NodeText();
        writer.write(node, 0, true);
        return writer.text.toString();
    }

    private void write(Node node, int depth, boolean indented) {
        switch (node) {
            case Document document -> document(document);
            case Element element -> element(element, depth, indented);
            case Attr attribute -> attribute(attribute);
            default -> leaf(node);
        }
    }

    private void document(Document document) {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        for (Node child = document.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, 0, true);
            text.append('\n');
        }
    }

    private void element(Element element, int depth, boolean indented) {
        text.append('<').append(element.getTagName());
        for (Attr attribute : OrderedTree.attributes(element)) {
            attribute(attribute);
        }
        if (element.getFirstChild() == null) {
            text.append("/>");
            return;
        }
        text.append('>');
        boolean lines = indented && !hasText(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (lines) {
                text.append('\n').repeat(' ', 2 * (depth + 1));
            }
            write(child, depth + 1, lines);
        }
        if (lines) {
            text.append('\n').repeat(' ', 2 * depth);
        }
        text.append("</").append(element.getTagName()).append('>');
    }

    private void attribute(Attr attribute) {
        text.append(' ').append(attribute.getName()).append("=\"");
        String value = attribute.getValue();
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '"' -> text.append("&quot;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '\n', '\r', '\t' -> text.append("&#").append(c).append(';');
                default -> {
                    if (c < 128) {
                        text.append((char) c);
                    } else {
                        text.append("&#x")
                                .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                                .append(';');
                    }
                }
            }
        }
        text.append('"');
    }

    private void leaf(Node node) {
        String value = node.getNodeValue();
        switch (node.getNodeType()) {
            case Node.COMMENT_NODE -> text.append("<!--").append(value).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE ->
                    text.append("<?")
                            .append(node.getNodeName())
                            .append(' ')
                            .append(value)
                            .append("?>");
            default -> characters(value);
        }
    }

    private void characters(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '\r' -> text.append("&#13;");
                default -> text.append(c);
            }
        }
    }

    private static boolean hasText(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                return true;
            }
        }
        return false;
    }
}
