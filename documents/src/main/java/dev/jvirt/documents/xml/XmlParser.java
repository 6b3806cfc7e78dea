package dev.jvirt.documents.xml;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Reads one XML document.
///
/// Strict, and small on purpose: no DTD, no entities but the five of XML and character references.
/// Blank text between elements is dropped the way libxml2 drops it. Errors read like those of C
/// libvirt: `(domain_definition):3: what is wrong`, the line, and a pointer below it.
public final class XmlParser {
    private static final int MAX_DEPTH = 256;
    private static final int MAX_TEXT = 10_000_000;
    private static final int MAX_NAME = 50_000;

    private final String document;
    private final XmlScanner in;
    private final ArrayDeque<ElementParts> open = new ArrayDeque<>();
    private final ArrayList<Namespace> scope = new ArrayList<>();

    private XmlParser(String text, String document) {
        this.in = new XmlScanner(text);
        this.document = document;
    }

    /// The root element of a document.
    ///
    /// @param document what errors call the document, for instance `(domain_definition)`
    public static Element parse(String text, String document) {
        return new XmlParser(text, document).document();
    }

    /// The root element of a document, which must have that name.
    public static Element parse(String text, String document, String rootName) {
        Element root = parse(text, document);
        if (!root.name().equals(rootName)) {
            throw new LibvirtException(
                    ErrorDomain.XML,
                    XML_ERROR,
                    "expecting root element of '%s', not '%s'".formatted(rootName, root.name()));
        }
        return root;
    }

    private Element document() {
        prolog();
        if (in.atEnd()) {
            throw error("Document is empty");
        }
        if (!in.looking('<')) {
            throw error("Start tag expected, '<' not found");
        }
        Element root = element();
        misc();
        if (!in.atEnd()) {
            throw error("Extra content at the end of the document");
        }
        return root;
    }

    private void prolog() {
        in.skip("\uFEFF");
        if (in.looking("<?xml") && Character.isWhitespace(in.charAt(5))) {
            if (!in.skipPast("?>")) {
                throw error("parsing XML declaration: '?>' expected");
            }
        }
        misc();
        if (in.looking("<!DOCTYPE")) {
            throw error("Document type declarations are not allowed");
        }
    }

    private void misc() {
        while (true) {
            in.skipBlanks();
            if (in.looking("<!--") || in.looking("<?")) {
                comment();
            } else {
                return;
            }
        }
    }

    /// Reads the root element; the loop rather than a recursion keeps the stack flat.
    private Element element() {
        while (true) {
            Element finished = null;
            if (in.looking("</")) {
                finished = endTag();
            } else if (in.looking("<![CDATA[")) {
                cdata();
            } else if (in.looking("<!--") || in.looking("<?")) {
                open.getFirst().content.add(comment());
            } else if (in.looking('<')) {
                finished = startTag();
            } else if (in.atEnd()) {
                ElementParts unfinished = open.getFirst();
                throw error(
                        "Premature end of data in tag %s line %d"
                                .formatted(unfinished.qualifiedName(), unfinished.line));
            } else {
                text();
            }
            if (finished != null) {
                if (open.isEmpty()) {
                    return finished;
                }
                open.getFirst().content.add(finished);
            }
        }
    }

    /// Reads a start tag; gives the element if it is empty (`<a/>`).
    private @Nullable Element startTag() {
        int line = in.line();
        in.advance(1);
        String name = name("xmlParseStartTag: invalid element name");
        if (open.size() >= MAX_DEPTH) {
            throw error("Excessive depth in document: " + MAX_DEPTH);
        }
        var parts = new ElementParts(name, line);
        attributes(parts);
        scope.addAll(parts.declarations);
        parts.namespace = resolve(parts);
        if (in.skip("/>")) {
            return finish(parts);
        }
        if (!in.skip(">")) {
            throw error("Couldn't find end of Start Tag %s line %d".formatted(name, line));
        }
        open.addFirst(parts);
        return null;
    }

    private void attributes(ElementParts parts) {
        while (true) {
            boolean blank = in.skipBlanks();
            if (in.atEnd() || in.looking('>') || in.looking("/>")) {
                return;
            }
            if (!blank) {
                throw error("attributes construct error");
            }
            String name = name("error parsing attribute name");
            in.skipBlanks();
            if (!in.skip("=")) {
                throw error("Specification mandates value for attribute " + name);
            }
            in.skipBlanks();
            addAttribute(parts, name, attributeValue());
        }
    }

    private void addAttribute(ElementParts parts, String name, String value) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String local = name.substring(colon + 1);
        if (name.equals("xmlns")) {
            parts.declarations.add(new Namespace("", value));
        } else if (prefix.equals("xmlns")) {
            parts.declarations.add(new Namespace(local, value));
        } else if (parts.hasAttribute(prefix, local)) {
            throw error("Attribute %s redefined".formatted(name));
        } else {
            parts.attributes.add(new Attribute(prefix, local, value));
        }
    }

    private String attributeValue() {
        char quote = in.current();
        if (quote != '\'' && quote != '"') {
            throw error("AttValue: \" or ' expected");
        }
        in.advance(1);
        int start = in.position();
        while (!in.atEnd() && in.current() != quote) {
            char c = in.current();
            if (c == '<') {
                throw error("Unescaped '<' not allowed in attributes values");
            }
            if (c == '&' || c < ' ' || in.position() - start > MAX_TEXT) {
                return slowAttributeValue(quote, start);
            }
            in.advance(1);
        }
        if (in.atEnd()) {
            throw error("AttValue: ' expected");
        }
        String value = in.from(start);
        in.advance(1);
        return value;
    }

    /// The rest of a value with references or control characters in it.
    private String slowAttributeValue(char quote, int start) {
        var value = new StringBuilder(in.from(start));
        while (!in.atEnd() && in.current() != quote) {
            char c = in.current();
            if (value.length() > MAX_TEXT) {
                throw error("AttValue length too long");
            }
            if (c == '<') {
                throw error("Unescaped '<' not allowed in attributes values");
            } else if (c == '&') {
                reference(value);
            } else {
                requireCharacter("invalid character in attribute value");
                value.append(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
                in.advance(1);
            }
        }
        if (in.atEnd()) {
            throw error("AttValue: ' expected");
        }
        in.advance(1);
        return value.toString();
    }

    private Element endTag() {
        in.advance(2);
        String name = name("EndTag: '</' not found");
        ElementParts parts = open.removeFirst();
        if (!name.equals(parts.qualifiedName())) {
            throw error(
                    "Opening and ending tag mismatch: %s line %d and %s"
                            .formatted(parts.qualifiedName(), parts.line, name));
        }
        in.skipBlanks();
        if (!in.skip(">")) {
            throw error("expected '>'");
        }
        return finish(parts);
    }

    private Element finish(ElementParts parts) {
        for (int i = 0; i < parts.declarations.size(); i++) {
            scope.removeLast();
        }
        return new Element(parts);
    }

    private String resolve(ElementParts parts) {
        for (int i = scope.size() - 1; i >= 0; i--) {
            if (scope.get(i).prefix().equals(parts.prefix)) {
                return scope.get(i).uri();
            }
        }
        // libxml2 reports an unknown prefix as a warning and goes on with the whole name.
        return parts.prefix;
    }

    private void text() {
        var text = new StringBuilder();
        boolean blank = true;
        while (!in.atEnd() && !in.looking('<')) {
            char c = in.current();
            if (c == '&') {
                reference(text);
                blank = false;
            } else {
                requireCharacter("PCDATA invalid Char value " + (int) c);
                if (c != '\r' || in.charAt(1) != '\n') {
                    text.append(c);
                }
                blank &= c == ' ' || c == '\n' || c == '\t' || c == '\r';
                in.advance(1);
            }
            if (text.length() > MAX_TEXT) {
                throw error("xmlSAX2Characters: huge text node");
            }
        }
        if (!blank || !droppable()) {
            open.getFirst().content.add(new Text(text.toString(), false));
        }
    }

    /// Whether blank text here is only layout, by libxml2's rule.
    private boolean droppable() {
        var content = open.getFirst().content;
        if (content.isEmpty()) {
            return !in.looking("</");
        }
        return !(content.getLast() instanceof Text) && !(content.getFirst() instanceof Text);
    }

    private void cdata() {
        in.advance("<![CDATA[".length());
        int start = in.position();
        if (!in.skipPast("]]>")) {
            throw error("CData section not finished");
        }
        String content = in.from(start);
        open.getFirst()
                .content
                .add(new Text(content.substring(0, content.length() - "]]>".length()), true));
    }

    private Comment comment() {
        int start = in.position();
        boolean instruction = in.looking("<?");
        in.advance(instruction ? 2 : 4);
        if (!in.skipPast(instruction ? "?>" : "-->")) {
            throw error(instruction ? "PI never end ..." : "Comment not terminated");
        }
        return new Comment(in.from(start));
    }

    private void reference(StringBuilder to) {
        int end = in.indexOf(';', MAX_NAME);
        String name = end < 0 ? "" : in.from(in.position(), end).substring(1);
        if (name.startsWith("#")) {
            to.appendCodePoint(codePoint(name));
        } else {
            switch (name) {
                case "lt" -> to.append('<');
                case "gt" -> to.append('>');
                case "amp" -> to.append('&');
                case "quot" -> to.append('"');
                case "apos" -> to.append('\'');
                case "" -> throw error("xmlParseEntityRef: no name");
                default -> throw error("Entity '%s' not defined".formatted(name));
            }
        }
        in.moveTo(end + 1);
    }

    private int codePoint(String reference) {
        boolean hexadecimal = reference.startsWith("#x");
        int value;
        try {
            value =
                    hexadecimal
                            ? Integer.parseInt(reference, 2, reference.length(), 16)
                            : Integer.parseInt(reference, 1, reference.length(), 10);
        } catch (NumberFormatException _) {
            throw error("xmlParseCharRef: invalid value in '&%s;'".formatted(reference));
        }
        boolean allowed =
                value == '\t'
                        || value == '\n'
                        || value == '\r'
                        || (value >= ' ' && value < 0xD800)
                        || (value >= 0xE000 && value <= 0x10FFFF && (value & 0xFFFE) != 0xFFFE);
        if (!allowed) {
            throw error("xmlParseCharRef: invalid xmlChar value " + value);
        }
        return value;
    }

    private void requireCharacter(String message) {
        char c = in.current();
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            throw error(message);
        }
    }

    private String name(String message) {
        int start = in.position();
        if (in.atEnd() || !XmlScanner.startsName(in.current())) {
            throw error(message);
        }
        while (!in.atEnd() && XmlScanner.continuesName(in.current())) {
            in.advance(1);
            if (in.position() - start > MAX_NAME) {
                throw error("Name too long");
            }
        }
        return in.from(start);
    }

    private LibvirtException error(String message) {
        return new LibvirtException(
                XML_DETAIL, "%s:%d: %s\n%s".formatted(document, in.line(), message, in.pointer()));
    }
}
