package dev.jvirt.qemu.alias;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;

/// Aliases of controllers: the name of the bus, with the machine's own controllers under the names
/// QEMU has given them.
public final class ControllerAliases {
    private static final int PPC_MULTIBUS = 2_000_000;

    private final String arch;
    private final String machine;
    private final QemuCapabilities capabilities;

    /// The names of a domain's controllers.
    public ControllerAliases(DomainDefinition definition, QemuCapabilities capabilities) {
        this.arch = definition.os().arch().orElse("");
        this.machine = definition.os().machine().orElse("");
        this.capabilities = capabilities;
    }

    /// The name by which QEMU knows a controller: that of the machine's own cannot be changed.
    public String busOf(Controller controller) {
        boolean own =
                controller.index().orElse(0) == 0
                        && switch (controller.type()) {
                            case PCI ->
                                    controller.is(ControllerModel.PCI_PCI_ROOT)
                                            || controller.is(ControllerModel.PCI_PCIE_ROOT);
                            case IDE -> MachineFamily.hasIde(arch, machine);
                            case SATA -> MachineFamily.of(arch, machine) == MachineFamily.Q35;
                            default -> false;
                        };
        return own ? of(controller) : controller.info().alias().orElseGet(() -> of(controller));
    }

    /// The alias of a controller that has none.
    String of(Controller controller) {
        int index = controller.index().orElse(0);
        return switch (controller.type()) {
            case PCI -> pci(controller, index);
            case IDE -> index == 0 && MachineFamily.hasIde(arch, machine) ? "ide" : "ide" + index;
            case SATA ->
                    index == 0 && MachineFamily.of(arch, machine) == MachineFamily.Q35
                            ? "ide"
                            : "sata" + index;
            case USB -> index == 0 ? "usb" : "usb" + index;
            case SCSI ->
                    index == 0
                                    && controller.is(ControllerModel.SCSI_NCR53C90)
                                    && MachineFamily.hasEsp(machine)
                            ? "scsi"
                            : "scsi" + index;
            case FDC, VIRTIO_SERIAL, CCID, XENBUS, ISA -> controller.type().word() + index;
        };
    }

    private String pci(Controller controller, int index) {
        if (!hasManyBuses()) {
            return "pci";
        }
        return controller.is(ControllerModel.PCI_PCIE_ROOT) ? "pcie." + index : "pci." + index;
    }

    /// Where there is only one PCI bus, it has no number.
    private boolean hasManyBuses() {
        if (Architectures.isX86(arch)) {
            return true;
        }
        return switch (MachineFamily.of(arch, machine)) {
            case ARM_VIRT, RISCV_VIRT, S390_CCW -> true;
            case PSERIES -> isUnknownOrAtLeast(PPC_MULTIBUS);
            default -> arch.startsWith("ppc") && isUnknownOrAtLeast(PPC_MULTIBUS);
        };
    }

    private boolean isUnknownOrAtLeast(int version) {
        return capabilities.version() == 0 || capabilities.version() >= version;
    }
}
