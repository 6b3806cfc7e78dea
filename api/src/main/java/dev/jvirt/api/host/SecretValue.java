package dev.jvirt.api.host;

import java.security.MessageDigest;
import java.util.Arrays;

/// The value of a secret: bytes that no text form, and thus no log, ever shows.
///
/// @param bytes copied on their way in and out, so that nobody else's array is this value
@SuppressWarnings("ArrayRecordComponent") // copied both ways, and compared by content
public record SecretValue(byte[] bytes) {
    /// A value with a copy of `bytes`.
    public SecretValue {
        bytes = bytes.clone();
    }

    /// A copy of the bytes, which the caller may overwrite after use.
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /// How many bytes there are.
    public int size() {
        return bytes.length;
    }

    /// Whether the bytes are the same, in a time that does not tell where they differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretValue value && MessageDigest.isEqual(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// The size alone.
    @Override
    public String toString() {
        return "secret of %d bytes".formatted(bytes.length);
    }
}
