package dev.jvirt.api.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;

/// Reads libvirt's configuration format: `name = value` statements, parted by line ends or
/// semicolons; a value is a string, a number or a bracketed list; `#` begins a comment.
final class ConfigParser {
    private static final char END = 0;
    private static final String TRIPLE = "\"\"\"";

    /// No setting has even two levels of lists; without a limit a file could exhaust the stack.
    private static final int MAX_DEPTH = 16;

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int depth;

    /// @param file names the text in errors
    ConfigParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// All statements in the order of the file.
    ///
    /// @throws LibvirtException CONF_SYNTAX, naming file and line
    List<ConfigEntry> parse() {
        var entries = new ArrayList<ConfigEntry>();
        skipToStatement();
        while (current() != END) {
            entries.add(statement());
            skipBlanks();
            if (current() == '#') {
                skipComment();
            }
            separator();
        }
        return entries;
    }

    private ConfigEntry statement() {
        int start = line;
        String name = name();
        skipBlanks();
        if (current() != '=') {
            throw syntax("expecting an assignment");
        }
        at++;
        return new ConfigEntry(name, value(), start);
    }

    private String name() {
        int start = at;
        if (!isLetter(current())) {
            throw syntax("expecting a name");
        }
        while (isLetter(current()) || isDigit(current()) || current() == '_') {
            at++;
        }
        return text.substring(start, at);
    }

    private ConfigValue value() {
        skipBlanks();
        char first = current();
        if (first == '"' || first == '\'') {
            return new ConfigValue.Text(string());
        }
        if (first == '[') {
            return list();
        }
        if (isDigit(first) || first == '-' || first == '+') {
            return new ConfigValue.Whole(number());
        }
        throw syntax("expecting a value");
    }

    private String string() {
        if (text.startsWith(TRIPLE, at)) {
            return longString();
        }
        char quote = current();
        int start = ++at;
        while (current() != quote) {
            if (current() == END || isLineEnd(current())) {
                throw syntax("unterminated string");
            }
            at++;
        }
        return text.substring(start, at++);
    }

    private String longString() {
        int start = at + TRIPLE.length();
        int end = text.indexOf(TRIPLE, start);
        if (end < 0) {
            throw syntax("unterminated string");
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        at = end + TRIPLE.length();
        return text.substring(start, end);
    }

    private long number() {
        int start = at;
        if (!isDigit(current())) {
            at++;
        }
        if (!isDigit(current())) {
            throw syntax("unterminated number");
        }
        while (isDigit(current())) {
            at++;
        }
        try {
            return Long.parseLong(text, start, at, 10);
        } catch (NumberFormatException e) {
            throw syntax("number '%s' is too large".formatted(text.substring(start, at)));
        }
    }

    private ConfigValue list() {
        if (++depth > MAX_DEPTH) {
            throw syntax("lists are nested too deeply");
        }
        var items = new ArrayList<ConfigValue>();
        at++;
        skipBlanksAndLines();
        while (current() != ']') {
            if (current() == END) {
                throw syntax("list is not closed with ]");
            }
            items.add(value());
            skipBlanksAndLines();
            if (current() == ',') {
                at++;
                skipBlanksAndLines();
            } else if (current() != ']' && current() != END) {
                throw syntax("expecting a separator in list");
            }
        }
        at++;
        depth--;
        return new ConfigValue.Items(items);
    }

    private void separator() {
        skipBlanks();
        if (current() == ';') {
            at++;
        } else if (current() != END && !isLineEnd(current())) {
            throw syntax("expecting a separator");
        }
        skipToStatement();
    }

    private void skipToStatement() {
        skipBlanksAndLines();
        while (current() == '#') {
            skipComment();
            skipBlanksAndLines();
        }
    }

    private void skipComment() {
        while (current() != END && !isLineEnd(current())) {
            at++;
        }
    }

    private void skipBlanks() {
        while (current() == ' ' || current() == '\t') {
            at++;
        }
    }

    private void skipBlanksAndLines() {
        skipBlanks();
        while (isLineEnd(current())) {
            if (current() == '\n') {
                line++;
            }
            at++;
            skipBlanks();
        }
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private LibvirtException syntax(String detail) {
        return new LibvirtException(
                ErrorDomain.CONF, ErrorCode.CONF_SYNTAX, "%s:%d: %s".formatted(file, line, detail));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
