package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// The devices that a machine has in any case.
///
/// @param usbModel of the USB controller; absent if QEMU chooses
/// @param usbInput whether a guest with a display gets a USB keyboard and mouse
record MachineTraits(
        boolean usb,
        Optional<ControllerModel> usbModel,
        boolean sata,
        Optional<ControllerModel> root,
        boolean balloon,
        boolean usbInput,
        Optional<Panic.Model> panic) {

    private static final MachineTraits PLAIN =
            new MachineTraits(
                    true, Optional.empty(), false, Optional.empty(), true, false, Optional.empty());

    static MachineTraits of(String arch, String machine, QemuCapabilities capabilities) {
        if (Architectures.isX86(arch)) {
            return pc(MachineFamily.of(arch, machine), capabilities);
        }
        boolean virt =
                switch (MachineFamily.of(arch, machine)) {
                    case ARM_VIRT, RISCV_VIRT -> capabilities.has(QemuFlag.GPEX_PCIHOST);
                    default -> false;
                };
        return switch (arch) {
            case "armv7l", "armv6l", "aarch64" ->
                    PLAIN.withoutUsb()
                            .withoutBalloon()
                            .withRoot(virt, ControllerModel.PCI_PCIE_ROOT);
            case "riscv32", "riscv64" ->
                    PLAIN.withoutUsb().withRoot(virt, ControllerModel.PCI_PCIE_ROOT);
            case "ppc64", "ppc64le" -> power(machine.startsWith("pseries"));
            case "alpha", "ppc", "ppcemb", "sh4", "sh4eb" ->
                    PLAIN.withRoot(true, ControllerModel.PCI_PCI_ROOT);
            case "s390", "s390x" ->
                    PLAIN.withoutUsb()
                            .withPanic(Panic.Model.S390)
                            .withRoot(
                                    capabilities.has(QemuFlag.ZPCI), ControllerModel.PCI_PCI_ROOT);
            case "sparc", "sparc64" ->
                    arch.equals("sparc")
                            ? PLAIN.withoutUsb().withoutBalloon()
                            : PLAIN.withRoot(true, ControllerModel.PCI_PCI_ROOT);
            case "mips", "mipsel", "mips64", "mips64el" ->
                    machine.equals("malta")
                            ? PLAIN.withRoot(true, ControllerModel.PCI_PCI_ROOT)
                            : PLAIN;
            default -> PLAIN;
        };
    }

    private static MachineTraits pc(MachineFamily family, QemuCapabilities capabilities) {
        return switch (family) {
            case ISA_PC -> PLAIN.withoutUsb();
            case I440FX -> PLAIN.withRoot(true, ControllerModel.PCI_PCI_ROOT);
            case Q35 -> q35(capabilities);
            default -> PLAIN;
        };
    }

    private static MachineTraits q35(QemuCapabilities capabilities) {
        Optional<ControllerModel> usb = Optional.empty();
        if (capabilities.has(QemuFlag.QEMU_XHCI)) {
            usb = Optional.of(ControllerModel.USB_QEMU_XHCI);
        } else if (capabilities.has(QemuFlag.NEC_USB_XHCI)) {
            usb = Optional.of(ControllerModel.USB_NEC_XHCI);
        } else if (capabilities.has(QemuFlag.ICH9_USB_EHCI1)) {
            usb = Optional.of(ControllerModel.USB_ICH9_EHCI1);
        }
        return new MachineTraits(
                usb.isPresent(),
                usb,
                true,
                Optional.of(ControllerModel.PCI_PCIE_ROOT),
                true,
                false,
                Optional.empty());
    }

    private static MachineTraits power(boolean pseries) {
        return new MachineTraits(
                true,
                Optional.empty(),
                false,
                Optional.of(ControllerModel.PCI_PCI_ROOT),
                true,
                true,
                pseries ? Optional.of(Panic.Model.PSERIES) : Optional.empty());
    }

    private MachineTraits withoutUsb() {
        return new MachineTraits(false, usbModel, sata, root, balloon, usbInput, panic);
    }

    private MachineTraits withoutBalloon() {
        return new MachineTraits(usb, usbModel, sata, root, false, usbInput, panic);
    }

    private MachineTraits withPanic(Panic.Model model) {
        return new MachineTraits(usb, usbModel, sata, root, balloon, usbInput, Optional.of(model));
    }

    private MachineTraits withRoot(boolean has, ControllerModel model) {
        return has
                ? new MachineTraits(
                        usb, usbModel, sata, Optional.of(model), balloon, usbInput, panic)
                : this;
    }
}
