package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// The machine whose buses the addresses are on.
record Machine(String arch, String name, MachineFamily family, QemuCapabilities capabilities) {
    Machine(DomainDefinition definition, QemuCapabilities capabilities) {
        this(
                definition.os().arch().orElseThrow(),
                definition.os().machine().orElseThrow(),
                MachineFamily.of(
                        definition.os().arch().orElseThrow(),
                        definition.os().machine().orElseThrow()),
                capabilities);
    }

    boolean is(MachineFamily wanted) {
        return family == wanted;
    }

    boolean has(QemuFlag flag) {
        return capabilities.has(flag);
    }
}
