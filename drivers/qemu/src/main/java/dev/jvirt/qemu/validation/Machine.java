package dev.jvirt.qemu.validation;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// A definition together with what is known of its machine and its emulator.
record Machine(
        DomainDefinition definition,
        String arch,
        String name,
        MachineFamily family,
        QemuCapabilities capabilities,
        HostLimits limits) {
    Machine(DomainDefinition definition, QemuCapabilities capabilities, HostLimits limits) {
        this(
                definition,
                definition.os().arch().orElseThrow(),
                definition.os().machine().orElseThrow(),
                MachineFamily.of(
                        definition.os().arch().orElseThrow(),
                        definition.os().machine().orElseThrow()),
                capabilities,
                limits);
    }

    boolean has(QemuFlag flag) {
        return capabilities.has(flag);
    }

    boolean is(MachineFamily wanted) {
        return family == wanted;
    }

    boolean isX86() {
        return Architectures.isX86(arch);
    }
}
