package dev.jvirt.documents.domain.validation;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;

/// Short forms of throwing.
final class Refuse {
    private Refuse() {}

    static void when(boolean wrong, ErrorCode code, String message) {
        if (wrong) {
            throw new LibvirtException(code, message);
        }
    }

    /// The message is only made if it is needed: nearly always nothing is wrong.
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is no dependency of ours
    static void when(boolean wrong, ErrorCode code, String format, Object... arguments) {
        if (wrong) {
            throw new LibvirtException(code, format.formatted(arguments));
        }
    }

    static void unsupportedWhen(boolean wrong, String message) {
        when(wrong, ErrorCode.CONFIG_UNSUPPORTED, message);
    }

    static void unsupportedWhen(boolean wrong, String format, Object... arguments) {
        when(wrong, ErrorCode.CONFIG_UNSUPPORTED, format, arguments);
    }
}
