package dev.jvirt.qemu.validation;

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

    static void unsupportedWhen(boolean wrong, String message) {
        when(wrong, ErrorCode.CONFIG_UNSUPPORTED, message);
    }
}
