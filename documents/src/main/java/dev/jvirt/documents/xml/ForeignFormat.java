package dev.jvirt.documents.xml;

/// Prints elements the way libxml2 does it: what libvirt keeps for others (metadata) comes back so.
final class ForeignFormat {
    private final StringBuilder out;

    ForeignFormat(StringBuilder out) {
        this.out = out;
    }

    void element(Element element, int level) {
        out.append('<').append(element.qualifiedName());
        for (Namespace namespace : element.declarations()) {
            attribute(
                    namespace.prefix().isEmpty() ? "xmlns" : "xmlns:" + namespace.prefix(),
                    namespace.uri());
        }
        for (Attribute attribute : element.attributes()) {
            attribute(attribute.qualifiedName(), attribute.value());
        }
        if (element.content().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        boolean indented = level >= 0 && !hasText(element);
        for (Node node : element.content()) {
            if (indented) {
                newLine(level + 1);
            }
            node(node, indented ? level + 1 : -1);
        }
        if (indented) {
            newLine(level);
        }
        out.append("</").append(element.qualifiedName()).append('>');
    }

    private void node(Node node, int level) {
        switch (node) {
            case Element child -> element(child, level);
            case Comment comment -> out.append(comment.source());
            case Text text when text.cdata() ->
                    out.append("<![CDATA[").append(text.content()).append("]]>");
            case Text text -> escape(text.content(), false);
        }
    }

    private static boolean hasText(Element element) {
        for (Node node : element.content()) {
            if (node instanceof Text text && !text.cdata()) {
                return true;
            }
        }
        return false;
    }

    private void newLine(int level) {
        out.append('\n').repeat("  ", level);
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
    }

    private void escape(String value, boolean attribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
