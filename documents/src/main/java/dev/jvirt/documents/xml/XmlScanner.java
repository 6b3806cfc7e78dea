package dev.jvirt.documents.xml;

/// A place in a text, and the small steps a parser takes from it.
final class XmlScanner {
    private static final int MAX_CONTEXT = 400;

    private final String text;
    private int at;

    /// Before this character, which stands on [#line], the lines are counted.
    private int counted;

    private int line = 1;

    XmlScanner(String text) {
        this.text = text;
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

    /// Where a character comes next, within a distance; -1 if it does not.
    int indexOf(char c, int distance) {
        int end = Math.min(text.length(), at + distance);
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
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

    /// The current line of the text and, below it, a pointer to the current place.
    String pointer() {
        if (text.isEmpty()) {
            return "(null)\n^";
        }
        int place = Math.min(at, text.length());
        int start = place;
        while (start > 0 && isEndOfLine(charOrBlank(start))) {
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
        var pointer = new StringBuilder(text.substring(start, end)).append('\n');
        for (int i = start; i < Math.min(place, end); i++) {
            pointer.append(text.charAt(i) == '\t' ? '\t' : '-');
        }
        return pointer.append('^').toString();
    }

    private char charOrBlank(int index) {
        return index < text.length() ? text.charAt(index) : '\n';
    }

    private static boolean isEndOfLine(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean startsName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0xC0;
    }

    static boolean continuesName(char c) {
        return startsName(c)
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == ':'
                || c == 0xB7;
    }
}
