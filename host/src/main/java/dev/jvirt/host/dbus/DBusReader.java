package dev.jvirt.host.dbus;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads values. What is malformed, or longer than what is there, ends in an exception before
/// memory is taken for it.
final class DBusReader {
    private static final int MAX_DEPTH = 64;

    private final ByteBuffer in;
    private int depth;

    /// @param in its position 0 is where a message or its body begins
    DBusReader(ByteBuffer in) {
        this.in = in;
    }

    /// Values of those types, in order: numbers, texts and booleans as what they are, arrays and
    /// structures as lists, dictionaries as maps.
    List<Object> values(String signature) throws IOException {
        try {
            return all(signature);
        } catch (BufferUnderflowException e) {
            throw new IOException("a message of D-Bus is shorter than it says", e);
        }
    }

    private List<Object> all(String signature) throws IOException {
        var values = new ArrayList<Object>();
        for (int at = 0; at < signature.length(); ) {
            int end = DBusSignature.end(signature, at);
            values.add(value(signature.substring(at, end)));
            at = end;
        }
        return values;
    }

    private Object value(String type) throws IOException {
        align(DBusSignature.alignment(type.charAt(0)));
        return switch (type.charAt(0)) {
            case 'y' -> in.get();
            case 'b' -> bool();
            case 'n', 'q' -> in.getShort();
            case 'i', 'u' -> in.getInt();
            case 'x', 't' -> in.getLong();
            case 'd' -> in.getDouble();
            case 's', 'o' -> text(in.getInt());
            case 'g' -> text(in.get() & 0xff);
            case 'v' -> variant();
            case 'a' -> array(type.substring(1));
            default -> all(type.substring(1, type.length() - 1));
        };
    }

    private boolean bool() throws IOException {
        int value = in.getInt();
        if (value != 0 && value != 1) {
            throw new IOException("%d is no boolean of D-Bus".formatted(value));
        }
        return value == 1;
    }

    private String text(int length) throws IOException {
        if (length < 0 || length >= in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        if (in.get() != 0) {
            throw new IOException("a text of D-Bus does not end");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private DBusVariant variant() throws IOException {
        String signature = text(in.get() & 0xff);
        if (++depth > MAX_DEPTH) {
            throw new IOException("a message of D-Bus is nested too deeply");
        }
        if (DBusSignature.end(signature, 0) != signature.length()) {
            throw new IOException("'%s' is no single type of D-Bus".formatted(signature));
        }
        var variant = new DBusVariant(signature, value(signature));
        depth--;
        return variant;
    }

    private Object array(String type) throws IOException {
        int length = in.getInt();
        align(DBusSignature.alignment(type.charAt(0)));
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        int end = in.position() + length;
        return type.charAt(0) == '{'
                ? entries(type.substring(1, type.length() - 1), end)
                : items(type, end);
    }

    private Map<Object, Object> entries(String type, int end) throws IOException {
        var entries = new LinkedHashMap<>();
        while (in.position() < end) {
            align(8);
            List<Object> entry = all(type);
            entries.put(entry.getFirst(), entry.getLast());
        }
        return entries;
    }

    private List<Object> items(String type, int end) throws IOException {
        var items = new ArrayList<Object>();
        while (in.position() < end) {
            items.add(value(type));
        }
        return items;
    }

    private void align(int boundary) {
        int position = (in.position() + boundary - 1) / boundary * boundary;
        if (position > in.limit()) {
            throw new BufferUnderflowException();
        }
        in.position(position);
    }
}
