package dev.jvirt.qemu.json;

/// A string.
public record JsonString(String value) implements JsonValue {
    private static final String HEX = "0123456789ABCDEF";

    @Override
    public void appendTo(StringBuilder out) {
        appendQuoted(value, out);
    }

    static void appendQuoted(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> appendPlain(c, out);
            }
        }
        out.append('"');
    }

    private static void appendPlain(char c, StringBuilder out) {
        if (c < 0x20) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        } else {
            out.append(c);
        }
    }
}
