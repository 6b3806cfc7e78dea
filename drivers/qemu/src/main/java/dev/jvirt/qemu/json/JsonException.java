package dev.jvirt.qemu.json;

import org.jspecify.annotations.Nullable;

/// Text that is not JSON, or JSON that is not of the expected shape.
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// An error that names what is wrong.
    public JsonException(String message) {
        super(message);
    }

    JsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
