package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.address.HostPci;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.completion.CapabilitiesLookup;
import dev.jvirt.qemu.completion.CompletionContext;
import dev.jvirt.qemu.completion.DefinitionSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One x86 emulator, as a recent one is.
public final class TestEmulators implements CapabilitiesLookup {
    /// Where it is.
    public static final String PATH = "/usr/bin/qemu-system-x86_64";

    private static final List<QemuFlag> FLAGS =
            List.of(
                    QemuFlag.KVM,
                    QemuFlag.TCG,
                    QemuFlag.PIIX3_USB_UHCI,
                    QemuFlag.QEMU_XHCI,
                    QemuFlag.ICH9_AHCI,
                    QemuFlag.LSI,
                    QemuFlag.VIRTIO_SCSI_PCI,
                    QemuFlag.RTL8139,
                    QemuFlag.PCI_BRIDGE,
                    QemuFlag.PCIE_ROOT_PORT,
                    QemuFlag.PCIE_PCI_BRIDGE,
                    QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL,
                    QemuFlag.VNC,
                    QemuFlag.VGA,
                    QemuFlag.CIRRUS_VGA,
                    QemuFlag.VIRTIO_RNG,
                    QemuFlag.RNG_RANDOM,
                    QemuFlag.ISA_SERIAL,
                    QemuFlag.USB_HUB,
                    QemuFlag.USB_KBD,
                    QemuFlag.USB_STORAGE);

    private final QemuCapabilities capabilities;

    /// The emulator.
    public TestEmulators() {
        var builder = QemuCapabilities.builder().binary(PATH).arch("x86_64").version(7_002_000);
        FLAGS.forEach(builder::set);
        var offer =
                new AcceleratorCapabilities(
                        Optional.empty(),
                        List.of(
                                new CpuModel(
                                        "qemu64",
                                        Optional.of("qemu64-x86_64-cpu"),
                                        Optional.of(true),
                                        false,
                                        List.of())),
                        List.of(machine("pc-i440fx-7.2", "pc"), machine("pc-q35-7.2", "q35")));
        builder.accelerator(Accelerator.KVM, offer).accelerator(Accelerator.TCG, offer);
        capabilities = builder.build();
    }

    private static MachineType machine(String name, String alias) {
        return new MachineType(
                name,
                Optional.of(alias),
                255,
                true,
                alias.equals("pc"),
                Optional.of("qemu64-x86_64-cpu"),
                false,
                Optional.of("pc.ram"),
                false);
    }

    /// A context in which it is the only emulator.
    public static CompletionContext context() {
        return new CompletionContext(
                "x86_64",
                new TestEmulators(),
                DefinitionSettings.of("/var/lib/libvirt/qemu"),
                HostPci.UNKNOWN,
                UUID::randomUUID);
    }

    @Override
    public Optional<String> defaultEmulator(String arch) {
        return arch.equals("x86_64") || arch.equals("i686") ? Optional.of(PATH) : Optional.empty();
    }

    @Override
    public QemuCapabilities of(String emulator) {
        if (!emulator.equals(PATH)) {
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR,
                    "Cannot check QEMU binary %s: No such file or directory".formatted(emulator));
        }
        return capabilities;
    }
}
