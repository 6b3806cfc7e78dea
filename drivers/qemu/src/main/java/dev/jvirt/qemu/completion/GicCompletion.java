package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.MachineFeatures.Gic;
import dev.jvirt.documents.domain.MachineFeatures.GicVersion;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.GicCapability;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.Optional;

/// ARM's virtual board always has an interrupt controller; which one depends on the host.
final class GicCompletion {
    private GicCompletion() {}

    static DomainDefinition fill(DomainDefinition definition, QemuCapabilities capabilities) {
        var machine = definition.features().machine();
        var os = definition.os();
        boolean always =
                MachineFamily.of(os.arch().orElseThrow(), os.machine().orElseThrow())
                        == MachineFamily.ARM_VIRT;
        boolean open = machine.gic().isPresent() ? machine.gic().get().version().isEmpty() : always;
        if (!open) {
            return definition;
        }
        var gic = new Gic(Optional.of(best(definition, capabilities)));
        return definition.withFeatures(
                definition.features().withMachine(machine.withGic(Optional.of(gic))));
    }

    private static GicVersion best(DomainDefinition definition, QemuCapabilities capabilities) {
        boolean emulated = definition.type() == VirtType.QEMU;
        // The emulated version 3 lacks an MSI controller, so PCI Express would not work with it.
        return !emulated && offers(capabilities, 3, definition.type())
                ? GicVersion.V3
                : GicVersion.V2;
    }

    private static boolean offers(QemuCapabilities capabilities, int version, VirtType type) {
        for (GicCapability gic : capabilities.gics()) {
            if (gic.version() == version) {
                return type == VirtType.KVM ? gic.kernel() : gic.emulated();
            }
        }
        return false;
    }
}
