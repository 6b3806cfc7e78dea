package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.List;

/// Ways to write a text down so that something else reads it as it was.
public final class Quoting {
    private static final String SHELL_SPECIAL = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";

    private Quoting() {}

    /// The text with the characters that mean something in XML replaced.
    public static String xml(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> {
                    // Other control characters cannot stand in XML at all.
                    if (c >= ' ' || c == '\t' || c == '\n' || c == '\r') {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /// The text in single quotes if a shell needs them.
    public static String shell(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        boolean special = false;
        for (int i = 0; i < text.length() && !special; i++) {
            special = SHELL_SPECIAL.indexOf(text.charAt(i)) >= 0;
        }
        return special ? "'" + text.replace("'", "'\\''") + "'" : text;
    }

    /// The parts between single commas; a double comma is one in the text.
    public static List<String> split(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != ',') {
                part.append(c);
            } else if (i < text.length() && text.charAt(i) == ',') {
                part.append(',');
                i++;
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
