package dev.jvirt.qemu.cpu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// Looks names up that must be in the table.
final class X86Names {
    private X86Names() {}

    static X86Model model(String name) {
        return X86Table.instance()
                .model(name)
                .orElseThrow(() -> unknown("Unknown CPU model %s".formatted(name)));
    }

    static FeatureSet feature(String name) {
        int place =
                X86Table.instance()
                        .place(name)
                        .orElseThrow(() -> unknown("Unknown CPU feature %s".formatted(name)));
        return FeatureSet.of(place);
    }

    private static LibvirtException unknown(String message) {
        return new LibvirtException(ErrorDomain.CPU, ErrorCode.INTERNAL_ERROR, message);
    }
}
