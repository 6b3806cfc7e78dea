package dev.jvirt.api.domain;

import java.util.Arrays;

/// What one side of a migration tells the other by way of the client, which only carries it.
///
/// @param bytes copied on their way in and out
@SuppressWarnings("ArrayRecordComponent") // copied both ways, and compared by content
public record MigrationCookie(byte[] bytes) {
    /// Nothing to tell.
    public static final MigrationCookie NONE = new MigrationCookie(new byte[0]);

    /// A cookie with a copy of `bytes`.
    public MigrationCookie {
        bytes = bytes.clone();
    }

    /// A copy of the bytes.
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether the bytes are the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationCookie cookie && Arrays.equals(bytes, cookie.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// The size alone: a cookie may hold a password of the graphics.
    @Override
    public String toString() {
        return "cookie of %d bytes".formatted(bytes.length);
    }
}
