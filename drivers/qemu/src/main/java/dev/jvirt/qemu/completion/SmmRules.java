package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Where the memory of system management mode can have another size.
final class SmmRules {
    private static final long MIB = 1 << 20;

    private SmmRules() {}

    static void check(DomainDefinition definition, QemuCapabilities capabilities) {
        var features = definition.features();
        if (!features.has(Features.Name.SMM) || features.smmMemory().isEmpty()) {
            return;
        }
        var os = definition.os();
        refuse(
                MachineFamily.of(os.arch().orElseThrow(), os.machine().orElseThrow())
                        != MachineFamily.Q35,
                "SMM TSEG is only supported with q35 machine type");
        refuse(
                !capabilities.has(QemuFlag.MCH_EXTENDED_TSEG_MBYTES),
                "Setting TSEG size is not supported with this QEMU binary");
        refuse(
                features.smmMemory().getAsLong() % MIB != 0,
                "SMM TSEG size must be divisible by 1 MiB");
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, message);
        }
    }
}
