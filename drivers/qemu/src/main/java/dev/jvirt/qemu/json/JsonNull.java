package dev.jvirt.qemu.json;

/// `null`.
public enum JsonNull implements JsonValue {
    /// The only one.
    NULL;

    @Override
    public void appendTo(StringBuilder out) {
        out.append("null");
    }
}
