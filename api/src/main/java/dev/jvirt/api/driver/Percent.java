package dev.jvirt.api.driver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The percent escapes of URIs.
final class Percent {
    /// What stands unescaped in a user name, beside letters, digits and `-_.~`.
    static final String USER = ":!*'(),;&=+$";

    /// What stands unescaped in a path.
    static final String PATH = "/:@!*'(),;&=+$";

    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
            int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
            if (source[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(source[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String encode(String text, String safe) {
        var encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c) || c < 0x80 && safe.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    /// Whether a character may stand for itself somewhere in a URI.
    static boolean isPlain(char c) {
        return isUnreserved(c) || PATH.indexOf(c) >= 0 || c == '?' || c == '#';
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }
}
