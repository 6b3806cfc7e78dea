package dev.jvirt.virsh.qemu;

import java.util.ArrayList;
import java.util.Optional;

/// Reads a [JsonText].
final class JsonReader {
    private static final int DEEPEST = 200;

    private final String text;
    private int position;

    JsonReader(String text) {
        this.text = text;
    }

    /// The text is no JSON.
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed() {
            super("no JSON", null, false, false);
        }
    }

    /// What the whole text is; empty if it is no JSON.
    Optional<JsonText> read() {
        try {
            JsonText value = value(0);
            skipBlanks();
            return position == text.length() ? Optional.of(value) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private JsonText value(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed();
        }
        skipBlanks();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> items(depth);
            case '"' -> new JsonText.Quoted(string());
            default -> plain();
        };
    }

    private JsonText members(int depth) {
        position++;
        var members = new ArrayList<JsonText.Member>();
        skipBlanks();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
                skipBlanks();
            }
            String name = string();
            skipBlanks();
            expect(':');
            members.add(new JsonText.Member(name, value(depth + 1)));
            skipBlanks();
        }
        position++;
        return new JsonText.Members(members);
    }

    private JsonText items(int depth) {
        position++;
        var items = new ArrayList<JsonText>();
        skipBlanks();
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value(depth + 1));
            skipBlanks();
        }
        position++;
        return new JsonText.Items(items);
    }

    private String string() {
        expect('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(position++);
            if (c < ' ') {
                throw new Malformed();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        position++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw new Malformed();
            }
            code = code * 16 + digit;
            position++;
        }
        return (char) code;
    }

    private JsonText plain() {
        int start = position;
        while (position < text.length() && isPlain(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position);
        boolean known = word.equals("true") || word.equals("false") || word.equals("null");
        if (!known && !isNumber(word)) {
            throw new Malformed();
        }
        return new JsonText.Plain(word);
    }

    private static boolean isPlain(char c) {
        return c == '-' || c == '+' || c == '.' || c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isNumber(String word) {
        int i = word.startsWith("-") ? 1 : 0;
        int digits = digits(word, i);
        if (digits == 0 || digits > 1 && word.charAt(i) == '0') {
            return false;
        }
        i += digits;
        if (i < word.length() && word.charAt(i) == '.') {
            int fraction = digits(word, i + 1);
            if (fraction == 0) {
                return false;
            }
            i += 1 + fraction;
        }
        if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
            i++;
            i += i < word.length() && "+-".indexOf(word.charAt(i)) >= 0 ? 1 : 0;
            int exponent = digits(word, i);
            return exponent > 0 && i + exponent == word.length();
        }
        return i == word.length();
    }

    private static int digits(String word, int start) {
        int end = start;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end - start;
    }

    private char peek() {
        if (position >= text.length()) {
            throw new Malformed();
        }
        return text.charAt(position);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new Malformed();
        }
        position++;
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }
}
