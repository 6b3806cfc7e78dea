package dev.jvirt.qemu.json;

/// `true` or `false`.
public record JsonBoolean(boolean value) implements JsonValue {
    /// `true`
    public static final JsonBoolean TRUE = new JsonBoolean(true);

    /// `false`
    public static final JsonBoolean FALSE = new JsonBoolean(false);

    /// The value for a Java boolean.
    public static JsonBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append(value);
    }
}
