package dev.jvirt.host.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Fields of audit records.
public final class AuditText {
    private AuditText() {}

    /// A field whose value somebody else has chosen: in quotes, or as hexadecimal digits if it has
    /// a character that could end it.
    public static String field(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (b <= ' ' || b == '"' || b == 0x7f) {
                return name + "=" + HexFormat.of().withUpperCase().formatHex(bytes);
            }
        }
        return name + "=\"" + value + '"';
    }
}
