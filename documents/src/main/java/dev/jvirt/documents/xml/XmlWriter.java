package dev.jvirt.documents.xml;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Prints libvirt's XML: single quotes, two blanks a level, empty elements closed at once.
///
/// Elements are opened and closed in pairs; an element opened by [#startOptional] leaves no trace
/// if nothing was put into it.
public final class XmlWriter {
    private static final String BLANKS = "                                ";
    private static final int INITIAL_SIZE = 4096;
    private static final int INITIAL_DEPTH = 16;

    private final StringBuilder out = new StringBuilder(INITIAL_SIZE);
    private String[] names = new String[INITIAL_DEPTH];
    private int[] marks = new int[INITIAL_DEPTH];
    private int depth;

    /// Whether the last start tag still lacks its `>`.
    private boolean tagOpen;

    /// Whether the current element has text, so that its end tag stands on the same line.
    private boolean inline;

    /// Opens an element.
    public XmlWriter start(String name) {
        closeTag();
        push(name, -1);
        return this;
    }

    /// Opens an element which is left out if nothing is put into it.
    public XmlWriter startOptional(String name) {
        int mark = out.length() << 1 | (tagOpen ? 1 : 0);
        closeTag();
        push(name, mark);
        return this;
    }

    private void push(String name, int mark) {
        indent(depth);
        out.append('<').append(name);
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            marks = Arrays.copyOf(marks, depth * 2);
        }
        names[depth] = name;
        marks[depth] = mark;
        depth++;
        tagOpen = true;
    }

    private void closeTag() {
        if (tagOpen) {
            out.append(">\n");
            tagOpen = false;
        }
    }

    /// Closes the current element.
    public XmlWriter end() {
        depth--;
        String name = names[depth];
        if (tagOpen) {
            if (marks[depth] >= 0 && isBare(name)) {
                out.setLength(marks[depth] >>> 1);
                tagOpen = (marks[depth] & 1) != 0;
                return this;
            }
            out.append("/>\n");
            tagOpen = false;
            return this;
        }
        if (inline) {
            inline = false;
        } else {
            indent(depth);
        }
        out.append("</").append(name).append(">\n");
        return this;
    }

    /// Closes the current element with an end tag of its own even if it is empty, as libvirt does
    /// in some places.
    public XmlWriter closeEmpty() {
        closeTag();
        return end();
    }

    private boolean isBare(String name) {
        int start = out.length() - name.length() - 1;
        return out.charAt(start) == '<' && out.indexOf(name, start) == start + 1;
    }

    /// Adds an attribute to the element just opened.
    public XmlWriter attribute(String name, String value) {
        out.append(' ').append(name).append("='");
        escape(value);
        out.append('\'');
        return this;
    }

    /// Adds an attribute if there is a value.
    public XmlWriter attribute(String name, Optional<String> value) {
        if (value.isPresent()) {
            attribute(name, value.get());
        }
        return this;
    }

    /// Adds a number as an attribute.
    public XmlWriter attribute(String name, long value) {
        out.append(' ').append(name).append("='").append(value).append('\'');
        return this;
    }

    /// Adds a number as an attribute if there is one.
    public XmlWriter attribute(String name, OptionalInt value) {
        return value.isPresent() ? attribute(name, value.getAsInt()) : this;
    }

    /// Adds a number as an attribute if there is one.
    public XmlWriter attribute(String name, OptionalLong value) {
        return value.isPresent() ? attribute(name, value.getAsLong()) : this;
    }

    /// Adds a number as `0x...` with at least that many digits.
    public XmlWriter hexadecimal(String name, long value, int digits) {
        String text = Long.toHexString(value);
        out.append(' ').append(name).append("='0x");
        for (int i = text.length(); i < digits; i++) {
            out.append('0');
        }
        out.append(text).append('\'');
        return this;
    }

    /// Adds a word as an attribute.
    public XmlWriter attribute(String name, Word value) {
        return attribute(name, value.word());
    }

    /// Adds a word as an attribute if there is one.
    public XmlWriter word(String name, Optional<? extends Word> value) {
        return value.isPresent() ? attribute(name, value.get().word()) : this;
    }

    /// Adds `yes` or `no` if there is a value.
    public XmlWriter yesNo(String name, Optional<Boolean> value) {
        return value.isPresent() ? attribute(name, value.get() ? "yes" : "no") : this;
    }

    /// Adds `on` or `off` if there is a value.
    public XmlWriter onOff(String name, Optional<Boolean> value) {
        return value.isPresent() ? attribute(name, value.get() ? "on" : "off") : this;
    }

    /// Adds `yes` if it is so.
    public XmlWriter yes(String name, boolean value) {
        return value ? attribute(name, "yes") : this;
    }

    /// Gives the current element its text.
    public XmlWriter text(String value) {
        out.append('>');
        tagOpen = false;
        inline = true;
        escape(value);
        return this;
    }

    /// Gives the current element a number as its text.
    public XmlWriter text(long value) {
        return text(Long.toString(value));
    }

    /// Adds an element with text.
    public XmlWriter leaf(String name, String value) {
        return start(name).text(value).end();
    }

    /// Adds an element with text if there is one.
    public XmlWriter leaf(String name, Optional<String> value) {
        return value.isPresent() ? leaf(name, value.get()) : this;
    }

    /// Adds an element with a number.
    public XmlWriter leaf(String name, long value) {
        return leaf(name, Long.toString(value));
    }

    /// Adds an element with a number if there is one.
    public XmlWriter leaf(String name, OptionalLong value) {
        return value.isPresent() ? leaf(name, value.getAsLong()) : this;
    }

    /// Adds an element with a number if there is one.
    public XmlWriter leaf(String name, OptionalInt value) {
        return value.isPresent() ? leaf(name, value.getAsInt()) : this;
    }

    /// Adds an element without content.
    public XmlWriter empty(String name) {
        return start(name).end();
    }

    /// Adds an element without content if it is so.
    public XmlWriter empty(String name, boolean present) {
        return present ? empty(name) : this;
    }

    /// Adds a size with its unit: `<name unit='KiB'>value</name>`.
    public XmlWriter size(String name, String unit, long value) {
        return start(name).attribute("unit", unit).text(value).end();
    }

    /// Adds an element of another program as libxml2 prints it: double quotes, indented where it
    /// has no text.
    public XmlWriter foreign(Element element) {
        closeTag();
        indent(depth);
        new ForeignFormat(out).element(element, depth);
        out.append('\n');
        return this;
    }

    /// Adds an element as it was read from another document of libvirt.
    public XmlWriter copy(Element element) {
        start(element.qualifiedName());
        for (Attribute attribute : element.attributes()) {
            attribute(attribute.qualifiedName(), attribute.value());
        }
        for (Node node : element.content()) {
            switch (node) {
                case Element child -> copy(child);
                case Text text -> text(text.content());
                case Comment _ -> {}
            }
        }
        return end();
    }

    private void indent(int levels) {
        int blanks = levels * 2;
        while (blanks > 0) {
            int some = Math.min(blanks, BLANKS.length());
            out.append(BLANKS, 0, some);
            blanks -= some;
        }
    }

    private void escape(String value) {
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > '>') {
                continue;
            }
            String escaped =
                    switch (c) {
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '&' -> "&amp;";
                        case '"' -> "&quot;";
                        case '\'' -> "&apos;";
                        // libvirt drops these silently, save 0x1A to 0x1F.
                        default -> c >= 0x1A || c == '\t' || c == '\n' || c == '\r' ? null : "";
                    };
            if (escaped != null) {
                out.append(value, plain, i).append(escaped);
                plain = i + 1;
            }
        }
        out.append(value, plain, value.length());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
