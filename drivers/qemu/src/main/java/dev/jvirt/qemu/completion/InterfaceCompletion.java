package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Os;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// The model of a network card.
final class InterfaceCompletion {
    private InterfaceCompletion() {}

    static NetworkInterface fill(NetworkInterface nic, Os os, QemuCapabilities capabilities) {
        if (nic.model().isPresent()) {
            return nic;
        }
        return switch (nic.source()) {
            case InterfaceSource.HostFunction _ -> nic;
            case InterfaceSource.Vdpa _ -> nic.withModel("virtio");
            default -> nic.withModel(defaultModel(os, capabilities));
        };
    }

    private static String defaultModel(Os os, QemuCapabilities capabilities) {
        String arch = os.arch().orElseThrow();
        if (Architectures.isS390(arch)) {
            return "virtio";
        }
        String machine = os.machine().orElseThrow();
        var family = MachineFamily.of(arch, machine);
        if (family == MachineFamily.ARM_VIRT || family == MachineFamily.RISCV_VIRT) {
            return "virtio";
        }
        if (arch.equals("armv6l") || arch.equals("armv7l") || arch.equals("aarch64")) {
            return machine.equals("versatilepb") ? "smc91c111" : "lan9118";
        }
        if (capabilities.has(QemuFlag.RTL8139)) {
            return "rtl8139";
        }
        if (capabilities.has(QemuFlag.E1000)) {
            return "e1000";
        }
        // A card has to be named even if none is known.
        return capabilities.has(QemuFlag.VIRTIO_NET) ? "virtio" : "rtl8139";
    }
}
