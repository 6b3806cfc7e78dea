package dev.jvirt.documents.xml;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private static final int MAX_QUOTATION = 50;

    private final XmlScanner in;
    private final ArrayDeque<ElementParts> open = new ArrayDeque<>();

    /// The URIs that each prefix stands for, the innermost first.
    private final Map<String, ArrayDeque<String>> scope = new HashMap<>();

    private XmlParser(String text, String document) {
        this.in = new XmlScanner(text, document);
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
        in.skip("\uFEFF");
        if (in.atEnd()) {
            throw in.error("Document is empty");
        }
        XmlDeclaration.skip(in);
        misc();
        if (in.looking("<!DOCTYPE")) {
            throw in.error("Document type declarations are not allowed");
        }
        if (!in.looking('<')) {
            throw in.error("Start tag expected, '<' not found");
        }
        Element empty = startTag();
        Element root = empty == null ? content() : empty;
        misc();
        if (!in.atEnd()) {
            throw in.error("Extra content at the end of the document");
        }
        return root;
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

    /// Reads the rest of the root element; the loop rather than a recursion keeps the stack flat.
    private Element content() {
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
                throw in.error(
                        "Premature end of data in tag %s line %d"
                                .formatted(unfinished.qualifiedName, unfinished.line));
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
        String name = name("StartTag: invalid element name");
        var parts = new ElementParts(name, line);
        attributes(parts);
        for (Namespace declared : parts.declarations) {
            scope.computeIfAbsent(declared.prefix(), _ -> new ArrayDeque<>(1)).push(declared.uri());
        }
        resolve(parts);
        boolean empty = in.skip("/>");
        if (!empty && !in.skip(">")) {
            throw in.error("Couldn't find end of Start Tag %s line %d".formatted(name, line));
        }
        if (open.size() >= MAX_DEPTH) {
            throw in.error(
                    "Excessive depth in document: %d use XML_PARSE_HUGE option"
                            .formatted(MAX_DEPTH));
        }
        if (empty) {
            return finish(parts);
        }
        open.addFirst(parts);
        return null;
    }

    private void attributes(ElementParts parts) {
        boolean first = true;
        while (true) {
            boolean blank = in.skipBlanks();
            if (in.atEnd() || in.looking('>') || in.looking("/>")) {
                return;
            }
            if (!blank && !first) {
                throw in.error("attributes construct error");
            }
            String name = name("error parsing attribute name");
            in.skipBlanks();
            if (!in.skip("=")) {
                throw in.error("Specification mandates value for attribute " + name);
            }
            in.skipBlanks();
            addAttribute(parts, name, attributeValue());
            first = false;
        }
    }

    private void addAttribute(ElementParts parts, String name, String value) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String local = name.substring(colon + 1);
        boolean first;
        if (name.equals("xmlns") || prefix.equals("xmlns")) {
            String declared = colon < 0 ? "" : local;
            first = parts.add(new Namespace(declared, value));
        } else {
            first = parts.add(new Attribute(prefix, local, value));
        }
        if (!first) {
            throw in.error("Attribute %s redefined".formatted(name));
        }
    }

    private String attributeValue() {
        char quote = in.current();
        if (quote != '\'' && quote != '"') {
            throw in.error("AttValue: \" or ' expected");
        }
        in.advance(1);
        int start = in.position();
        while (!in.atEnd() && in.current() != quote) {
            char c = in.current();
            if (c == '<') {
                throw in.error("Unescaped '<' not allowed in attributes values");
            }
            if (c == '&' || c < ' ' || in.position() - start > MAX_TEXT) {
                return slowAttributeValue(quote, start);
            }
            in.advance(1);
        }
        if (in.atEnd()) {
            throw in.error("AttValue: ' expected");
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
                throw in.error("AttValue length too long");
            }
            if (c == '<') {
                throw in.error("Unescaped '<' not allowed in attributes values");
            } else if (c == '&') {
                XmlReference.read(in, value);
            } else {
                requireCharacter("invalid character in attribute value");
                value.append(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
                in.advance(1);
            }
        }
        if (in.atEnd()) {
            throw in.error("AttValue: ' expected");
        }
        in.advance(1);
        return value.toString();
    }

    private Element endTag() {
        in.advance(2);
        boolean named = !in.atEnd() && XmlScanner.startsName(in.current());
        String name = named ? name("") : "unparsable";
        in.skipBlanks();
        if (!in.skip(">")) {
            throw in.error("expected '>'");
        }
        ElementParts parts = open.removeFirst();
        if (!name.equals(parts.qualifiedName)) {
            throw in.error(
                    "Opening and ending tag mismatch: %s line %d and %s"
                            .formatted(parts.qualifiedName, parts.line, name));
        }
        return finish(parts);
    }

    private Element finish(ElementParts parts) {
        for (Namespace declared : parts.declarations) {
            Optional.ofNullable(scope.get(declared.prefix())).ifPresent(ArrayDeque::pop);
        }
        return new Element(parts);
    }

    /// Finds the namespace of an element. libxml2 takes a name with an unknown prefix, or with more
    /// than one, as a whole.
    private void resolve(ElementParts parts) {
        String name = parts.qualifiedName;
        int colon = name.indexOf(':');
        boolean plain = colon < 0;
        boolean prefixed = colon > 0 && colon == name.lastIndexOf(':') && !name.endsWith(":");
        if (!plain && !prefixed) {
            return;
        }
        String prefix = plain ? "" : name.substring(0, colon);
        ArrayDeque<String> uris = scope.get(prefix);
        if (uris != null && !uris.isEmpty()) {
            parts.prefix = prefix;
            parts.name = name.substring(colon + 1);
            parts.namespace = uris.getFirst();
        }
    }

    private void text() {
        var text = new StringBuilder();
        boolean blank = true;
        int start = in.position();
        while (!in.atEnd() && !in.looking('<')) {
            char c = in.current();
            if (c == '&') {
                XmlReference.read(in, text);
                blank = false;
            } else if (c == ']' && in.looking("]]>")) {
                in.moveTo(start);
                throw in.error("Sequence ']]>' not allowed in content");
            } else {
                requireCharacter("PCDATA invalid Char value %d");
                if (c != '\r' || in.charAt(1) != '\n') {
                    text.append(c);
                }
                blank &= c == ' ' || c == '\n' || c == '\t' || c == '\r';
                in.advance(1);
            }
            if (text.length() > MAX_TEXT) {
                throw in.error("xmlSAX2Characters: huge text node");
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
            in.moveToEnd();
            String rest = in.from(start);
            // libxml2 looks two characters ahead and has not taken them yet.
            String taken = rest.substring(0, Math.max(0, rest.length() - 2));
            throw in.error("CData section not finished\n" + quotation(taken));
        }
        String content = in.from(start);
        open.getFirst()
                .content
                .add(new Text(content.substring(0, content.length() - "]]>".length()), true));
    }

    private Comment comment() {
        int start = in.position();
        if (in.skip("<?")) {
            instruction();
        } else {
            in.advance("<!--".length());
            comment(in.position());
        }
        return new Comment(in.from(start));
    }

    private void comment(int start) {
        int hyphens = in.indexOf("--");
        if (hyphens < 0) {
            in.moveToEnd();
            throw in.error("Comment not terminated");
        }
        in.moveTo(hyphens);
        if (!in.skip("-->")) {
            throw in.error(
                    "Double hyphen within comment: <!--" + quotation(in.from(start, hyphens)));
        }
    }

    private void instruction() {
        String target = name("xmlParsePI : no target name");
        if (target.equals("xml")) {
            throw in.error("XML declaration allowed only at the start of the document");
        }
        if (target.equalsIgnoreCase("xml")) {
            throw in.error("Invalid PI name");
        }
        if (in.skip("?>")) {
            return;
        }
        if (!in.skipBlanks()) {
            throw in.error("ParsePI: PI %s space expected".formatted(target));
        }
        if (!in.skipPast("?>")) {
            in.moveToEnd();
            throw in.error("ParsePI: PI %s never end ...".formatted(target));
        }
    }

    private static String quotation(String text) {
        return text.substring(0, Math.min(text.length(), MAX_QUOTATION));
    }

    /// @param message with a place for the number of the character
    private void requireCharacter(String message) {
        char c = in.current();
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            throw in.error(message.replace("%d", Integer.toString(c)));
        }
        if (c >= 0xFFFE) {
            throw in.error("Char 0x%X out of allowed range".formatted((int) c));
        }
    }

    private String name(String message) {
        int start = in.position();
        if (in.atEnd() || !XmlScanner.startsName(in.current())) {
            throw in.error(message);
        }
        while (!in.atEnd() && XmlScanner.continuesName(in.current())) {
            in.advance(1);
            if (in.position() - start > MAX_NAME) {
                throw in.error("Name too long");
            }
        }
        return in.from(start);
    }
}
