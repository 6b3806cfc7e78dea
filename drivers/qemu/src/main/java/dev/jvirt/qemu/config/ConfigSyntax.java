package dev.jvirt.qemu.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// libvirt's configuration format: `name = value`, parted by line ends or semicolons; a value is a
/// string, a number or a bracketed list; `#` begins a comment.
final class ConfigSyntax {
    private static final char END = 0;

    /// No setting has even two levels of lists; without a limit a file could exhaust the stack.
    private static final int MAX_DEPTH = 16;

    private final String file;
    private final String text;
    private int at;
    private int depth;

    ConfigSyntax(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// The values by their names: [String], [Long], or [List] of them. The first of several
    /// statements counts, as in libvirt.
    Map<String, Object> parse() {
        var values = new LinkedHashMap<String, Object>();
        for (skipToStatement(); current() != END; skipToStatement()) {
            String name = name();
            skip(" \t");
            if (current() != '=') {
                throw syntax("expecting an assignment");
            }
            at++;
            values.putIfAbsent(name, value());
            skip(" \t");
            if (current() == '#') {
                skipComment();
            }
            if (";\n\r".indexOf(current()) < 0 && current() != END) {
                throw syntax("expecting a separator");
            }
        }
        return values;
    }

    private void skipToStatement() {
        skip(" \t\r\n;");
        while (current() == '#') {
            skipComment();
            skip(" \t\r\n;");
        }
    }

    private void skipComment() {
        while (current() != END && current() != '\n') {
            at++;
        }
    }

    private void skip(String characters) {
        while (current() != END && characters.indexOf(current()) >= 0) {
            at++;
        }
    }

    private String name() {
        int start = at;
        while (Character.isLetterOrDigit(current()) || current() == '_') {
            at++;
        }
        if (at == start || !Character.isLetter(text.charAt(start))) {
            throw syntax("expecting a name");
        }
        return text.substring(start, at);
    }

    private Object value() {
        skip(" \t");
        return switch (current()) {
            case '"', '\'' -> string();
            case '[' -> list();
            default -> number();
        };
    }

    private String string() {
        String quote = text.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(current());
        int start = at + quote.length();
        int end = text.indexOf(quote, start);
        String content = end < 0 ? "\n" : text.substring(start, end);
        if (end < 0 || (quote.length() == 1 && content.indexOf('\n') >= 0)) {
            throw syntax("unterminated string");
        }
        at = end + quote.length();
        return content;
    }

    private List<Object> list() {
        if (++depth > MAX_DEPTH) {
            throw syntax("lists are nested too deeply");
        }
        var items = new ArrayList<Object>();
        at++;
        skip(" \t\r\n");
        while (current() != ']') {
            if (current() == END) {
                throw syntax("list is not closed with ]");
            }
            items.add(value());
            skip(" \t\r\n");
            if (current() == ',') {
                at++;
                skip(" \t\r\n");
            } else if (current() != ']') {
                throw syntax("expecting a separator in list");
            }
        }
        at++;
        depth--;
        return items;
    }

    private Long number() {
        int start = at;
        if (current() == '-' || current() == '+') {
            at++;
        }
        while (Character.isDigit(current())) {
            at++;
        }
        try {
            return Long.parseLong(text, start, at, 10);
        } catch (NumberFormatException none) {
            throw syntax("expecting a value");
        }
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private LibvirtException syntax(String detail) {
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new LibvirtException(
                ErrorDomain.CONF, ErrorCode.CONF_SYNTAX, "%s:%d: %s".formatted(file, line, detail));
    }
}
