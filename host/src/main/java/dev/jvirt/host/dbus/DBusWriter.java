package dev.jvirt.host.dbus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes values, the smallest byte first.
final class DBusWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// Writes values of those types, in order.
    DBusWriter values(String signature, List<?> values) throws IOException {
        int at = 0;
        for (Object value : values) {
            int end = DBusSignature.end(signature, at);
            value(signature.substring(at, end), value);
            at = end;
        }
        if (at != signature.length()) {
            throw new IOException("too few values for '%s'".formatted(signature));
        }
        return this;
    }

    private void value(String type, Object value) throws IOException {
        align(DBusSignature.alignment(type.charAt(0)));
        switch (type.charAt(0)) {
            case 'y' -> out.write((Byte) value);
            case 'b' -> number((Boolean) value ? 1 : 0, 4);
            case 'n', 'q' -> number((Short) value, 2);
            case 'i', 'u' -> number((Integer) value, 4);
            case 'x', 't' -> number((Long) value, 8);
            case 'd' -> number(Double.doubleToRawLongBits((Double) value), 8);
            case 's', 'o' -> text((String) value, 4);
            case 'g' -> text((String) value, 1);
            case 'v' -> variant((DBusVariant) value);
            case 'a' -> array(type.substring(1), value);
            default -> values(type.substring(1, type.length() - 1), (List<?>) value);
        }
    }

    private void text(String text, int lengthSize) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length, lengthSize);
        out.writeBytes(bytes);
        out.write(0);
    }

    private void variant(DBusVariant variant) throws IOException {
        text(variant.signature(), 1);
        value(variant.signature(), variant.value());
    }

    private void array(String type, Object value) throws IOException {
        var items = new DBusWriter();
        int start = out.size() + 4;
        int first = padded(start, DBusSignature.alignment(type.charAt(0)));
        items.pad(first);
        if (type.charAt(0) == '{') {
            String entry = type.substring(1, type.length() - 1);
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                items.align(8);
                items.values(entry, List.of(each.getKey(), each.getValue()));
            }
        } else {
            for (Object item : (List<?>) value) {
                items.value(type, item);
            }
        }
        byte[] bytes = items.bytes();
        number(bytes.length - first, 4);
        out.write(bytes, start, bytes.length - start);
    }

    private void number(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >> 8 * i));
        }
    }

    /// Fills up with zeroes.
    DBusWriter align(int boundary) {
        pad(padded(out.size(), boundary));
        return this;
    }

    private void pad(int size) {
        while (out.size() < size) {
            out.write(0);
        }
    }

    private static int padded(int size, int boundary) {
        return (size + boundary - 1) / boundary * boundary;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
