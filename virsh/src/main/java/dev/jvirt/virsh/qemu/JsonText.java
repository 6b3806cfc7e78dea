package dev.jvirt.virsh.qemu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// JSON as it is typed and shown: numbers keep their digits, members their order.
sealed interface JsonText {

    /// A number or one of the words `true`, `false`, `null`.
    record Plain(String text) implements JsonText {}

    /// A text.
    record Quoted(String text) implements JsonText {}

    /// `[...]`
    record Items(List<JsonText> items) implements JsonText {}

    /// `{...}`
    record Members(List<Member> members) implements JsonText {
        /// The value of that name.
        Optional<JsonText> value(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return Optional.of(member.value());
                }
            }
            return Optional.empty();
        }
    }

    /// A name and its value.
    record Member(String name, JsonText value) {}

    /// Reads it; empty if the text is no JSON.
    static Optional<JsonText> parse(String text) {
        return new JsonReader(text).read();
    }

    /// In one line.
    default String compact() {
        var text = new StringBuilder();
        write(text, false, 0);
        return text.toString();
    }

    /// With a line for each value, indented.
    default String pretty() {
        var text = new StringBuilder();
        write(text, true, 0);
        return text.append('\n').toString();
    }

    private void write(StringBuilder out, boolean pretty, int depth) {
        switch (this) {
            case Plain(String text) -> out.append(text);
            case Quoted(String text) -> quote(text, out);
            case Items(List<JsonText> items) -> {
                var parts = new ArrayList<Runnable>();
                items.forEach(item -> parts.add(() -> item.write(out, pretty, depth + 1)));
                writeAll(parts, "[]", out, pretty, depth);
            }
            case Members(List<Member> members) -> {
                var parts = new ArrayList<Runnable>();
                for (Member member : members) {
                    parts.add(
                            () -> {
                                quote(member.name(), out);
                                out.append(pretty ? ": " : ":");
                                member.value().write(out, pretty, depth + 1);
                            });
                }
                writeAll(parts, "{}", out, pretty, depth);
            }
        }
    }

    private static void writeAll(
            List<Runnable> parts, String brackets, StringBuilder out, boolean pretty, int depth) {
        out.append(brackets.charAt(0)).append(pretty ? "\n" : "");
        boolean first = true;
        for (Runnable part : parts) {
            if (!first) {
                out.append(pretty ? ",\n" : ",");
            }
            first = false;
            out.repeat(' ', pretty ? 2 * (depth + 1) : 0);
            part.run();
        }
        if (pretty) {
            out.append('\n').repeat(' ', 2 * depth);
        }
        out.append(brackets.charAt(1));
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04X".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
