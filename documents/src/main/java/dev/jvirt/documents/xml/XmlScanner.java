package dev.jvirt.documents.xml;

import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;

/// A place in a text, the small steps a parser takes from it, and what is wrong there.
final class XmlScanner {
    /// Of a longer line only as much is shown on either side of the place.
    private static final int MAX_CONTEXT = 4000;

    private final String text;
    private final String document;
    private int at;

    /// Before this character, which stands on [#line], the lines are counted.
    private int counted;

    private int line = 1;

    /// @param document what errors call the text
    XmlScanner(String text, String document) {
        this.text = text;
        this.document = document;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    void advance(int count) {
        at += count;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /// The current character; 0 at the end.
    char current() {
        return charAt(0);
    }

    char charAt(int offset) {
        return at + offset < text.length() ? text.charAt(at + offset) : 0;
    }

    boolean looking(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean looking(String words) {
        return text.startsWith(words, at);
    }

    boolean skip(String words) {
        if (!looking(words)) {
            return false;
        }
        at += words.length();
        return true;
    }

    /// Moves behind the next occurrence; stays if there is none.
    boolean skipPast(String words) {
        int found = text.indexOf(words, at);
        if (found < 0) {
            return false;
        }
        at = found + words.length();
        return true;
    }

    boolean skipBlanks() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                break;
            }
            at++;
        }
        return at > start;
    }

    /// Where words come next; -1 if they do not.
    int indexOf(String words) {
        return text.indexOf(words, at);
    }

    void moveToEnd() {
        at = text.length();
    }

    String from(int start) {
        return text.substring(start, at);
    }

    String from(int start, int end) {
        return text.substring(start, end);
    }

    /// The current line, from 1; counted only when someone asks, and on from where that was.
    int line() {
        int place = Math.min(at, text.length());
        if (place < counted) {
            counted = 0;
            line = 1;
        }
        for (; counted < place; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    /// What is wrong at the current place, in the words of C libvirt: the line, and a pointer below
    /// it.
    LibvirtException error(String message) {
        return new LibvirtException(
                XML_DETAIL, "%s:%d: %s\n%s".formatted(document, line(), message, pointer()));
    }

    private String pointer() {
        int place = Math.min(at, text.length());
        int start = place;
        while (start > 0 && start < text.length() && isEndOfLine(text.charAt(start))) {
            start--;
        }
        while (start > 0 && !isEndOfLine(text.charAt(start - 1)) && place - start < MAX_CONTEXT) {
            start--;
        }
        int end = start;
        while (end < text.length()
                && !isEndOfLine(text.charAt(end))
                && end - start < 2 * MAX_CONTEXT) {
            end++;
        }
        String context = start == end ? "(null)" : text.substring(start, end);
        var pointer = new StringBuilder(context).append('\n');
        for (int i = start; i < Math.min(place, end); i++) {
            char c = text.charAt(i);
            pointer.repeat(c == '\t' ? '\t' : '-', bytes(c));
        }
        return pointer.append('^').toString();
    }

    /// How many bytes a character has in UTF-8, by which C libvirt counts.
    private static int bytes(char c) {
        if (c < 0x80) {
            return 1;
        }
        // The two halves of a larger character share its four bytes.
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    private static boolean isEndOfLine(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean startsName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == ':'
                || (c >= 0xC0 && c < 0xFFFE);
    }

    static boolean continuesName(char c) {
        return startsName(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7;
    }
}
