package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tables and facts as JSON, one value on a line: a table is an array with an object for each row,
/// facts are an object. All values are the texts that people would read.
final class JsonOutput {
    private final Map<String, List<String>> facts = new LinkedHashMap<>();
    private String lastFact = "";

    /// A table.
    static String table(String[] heading, List<String[]> rows) {
        var text = new StringBuilder("[");
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "" : ",").append('{');
            for (int column = 0; column < heading.length; column++) {
                text.append(column == 0 ? "" : ",");
                string(key(heading[column]), text);
                text.append(':');
                string(rows.get(i)[column], text);
            }
            text.append('}');
        }
        return text.append("]\n").toString();
    }

    /// Adds a fact.
    ///
    /// @param label of it; empty for another value of the one before
    void fact(String label, String value) {
        String name = key(label);
        if (name.isEmpty()) {
            name = lastFact;
        }
        lastFact = name;
        facts.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /// Whether there are no facts.
    boolean isEmpty() {
        return facts.isEmpty();
    }

    /// The facts so far, which are forgotten; empty if there are none.
    String takeFacts() {
        if (facts.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("{");
        for (Map.Entry<String, List<String>> fact : facts.entrySet()) {
            text.append(text.length() == 1 ? "" : ",");
            string(fact.getKey(), text);
            text.append(':');
            values(fact.getValue(), text);
        }
        facts.clear();
        return text.append("}\n").toString();
    }

    private static void values(List<String> values, StringBuilder text) {
        if (values.size() == 1) {
            string(values.getFirst(), text);
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? '[' : ',');
            string(values.get(i), text);
        }
        text.append(']');
    }

    /// The name of a member: `MAC Address` and `CPU time:` become `mac_address` and `cpu_time`.
    private static String key(String label) {
        var key = new StringBuilder();
        String lower = label.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean kept = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (kept) {
                key.append(c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != '_') {
                key.append('_');
            }
        }
        int end = key.length();
        while (end > 0 && key.charAt(end - 1) == '_') {
            end--;
        }
        return key.substring(0, end);
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 127) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
