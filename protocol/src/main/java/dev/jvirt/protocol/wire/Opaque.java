package dev.jvirt.protocol.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that the protocol only carries. Its text form tells the length alone: they may be a
/// secret.
public final class Opaque {
    private final byte[] bytes;

    /// Wraps `bytes` without a copy: they must not change any more.
    public Opaque(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A C string with the NUL at its end.
    public static Opaque terminated(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Opaque(Arrays.copyOf(utf8, utf8.length + 1));
    }

    /// A C string in a field of `size` bytes: cut off so that a NUL fits, filled up with NULs.
    public static Opaque padded(String text, int size) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Opaque(
                Arrays.copyOf(Arrays.copyOf(utf8, Math.min(utf8.length, size - 1)), size));
    }

    /// The bytes themselves, not a copy.
    public byte[] bytes() {
        return bytes;
    }

    /// The C string in it: all before the first NUL.
    public String text() {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opaque opaque && Arrays.equals(bytes, opaque.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
