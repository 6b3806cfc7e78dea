package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.PciOptions;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// The model of a controller.
final class ControllerCompletion {
    private static final int MAX_XHCI_PORTS = 15;

    private final DomainDefinition definition;
    private final QemuCapabilities capabilities;
    private final boolean updateAbi;
    private final String arch;
    private final MachineFamily family;

    ControllerCompletion(
            DomainDefinition definition, QemuCapabilities capabilities, boolean updateAbi) {
        this.definition = definition;
        this.capabilities = capabilities;
        this.updateAbi = updateAbi;
        this.arch = definition.os().arch().orElseThrow();
        this.family = MachineFamily.of(arch, definition.os().machine().orElseThrow());
    }

    Controller fill(Controller controller) {
        return switch (controller.type()) {
            case SCSI -> scsi(controller);
            case USB -> usb(controller);
            case PCI -> pci(controller);
            default -> controller;
        };
    }

    private Controller scsi(Controller controller) {
        boolean open = controller.model().isEmpty() || controller.is(ControllerModel.SCSI_AUTO);
        return open ? controller.withModel(scsiModel(controller)) : controller;
    }

    private ControllerModel scsiModel(Controller controller) {
        if (family == MachineFamily.PSERIES) {
            return ControllerModel.SCSI_IBMVSCSI;
        }
        if (Architectures.isS390(arch)) {
            return ControllerModel.SCSI_VIRTIO_SCSI;
        }
        if (MachineFamily.hasEsp(definition.os().machine().orElseThrow())) {
            return ControllerModel.SCSI_NCR53C90;
        }
        if (capabilities.has(QemuFlag.LSI)) {
            return ControllerModel.SCSI_LSILOGIC;
        }
        if (capabilities.has(QemuFlag.VIRTIO_SCSI_PCI)) {
            return ControllerModel.SCSI_VIRTIO_SCSI;
        }
        throw new LibvirtException(
                CONFIG_UNSUPPORTED,
                "Unable to determine model for SCSI controller idx=%d"
                        .formatted(controller.index().orElse(0)));
    }

    private Controller usb(Controller given) {
        var controller = given;
        if (controller.model().isEmpty()) {
            var model = usbModel(controller);
            controller = model.map(controller::withModel).orElse(controller);
        }
        refuse(
                controller.is(ControllerModel.USB_QUSB1)
                        || controller.is(ControllerModel.USB_QUSB2),
                CONFIG_UNSUPPORTED,
                "USB controller model type 'qusb1' or 'qusb2' is not supported in %s"
                        .formatted(definition.type().word()));
        boolean xhci =
                controller.is(ControllerModel.USB_NEC_XHCI)
                        || controller.is(ControllerModel.USB_QEMU_XHCI);
        refuse(
                xhci && controller.ports().ports().orElse(0) > MAX_XHCI_PORTS,
                CONFIG_UNSUPPORTED,
                "'%s' controller only supports up to '%d' ports"
                        .formatted(controller.model().map(Word::word).orElse(""), MAX_XHCI_PORTS));
        return controller;
    }

    private Optional<ControllerModel> usbModel(Controller controller) {
        if (Architectures.isS390(arch)) {
            return controller.info().address().isEmpty()
                    ? Optional.of(ControllerModel.USB_NONE)
                    : piix3();
        }
        if (Architectures.isPpc64(arch)) {
            // A stored guest keeps the controller it had.
            if (updateAbi && xhci().isPresent()) {
                return xhci();
            }
            return capabilities.has(QemuFlag.PCI_OHCI)
                    ? Optional.of(ControllerModel.USB_PCI_OHCI)
                    : Optional.empty();
        }
        return arch.equals("aarch64") ? xhci().or(this::piix3) : piix3();
    }

    private Optional<ControllerModel> piix3() {
        return capabilities.has(QemuFlag.PIIX3_USB_UHCI)
                ? Optional.of(ControllerModel.USB_PIIX3_UHCI)
                : Optional.empty();
    }

    private Optional<ControllerModel> xhci() {
        if (capabilities.has(QemuFlag.QEMU_XHCI)) {
            return Optional.of(ControllerModel.USB_QEMU_XHCI);
        }
        return capabilities.has(QemuFlag.NEC_USB_XHCI)
                ? Optional.of(ControllerModel.USB_NEC_XHCI)
                : Optional.empty();
    }

    private Controller pci(Controller controller) {
        boolean root =
                controller.is(ControllerModel.PCI_PCI_ROOT)
                        || controller.is(ControllerModel.PCI_PCIE_ROOT);
        refuse(
                family != MachineFamily.PSERIES && root && controller.index().orElse(0) != 0,
                XML_ERROR,
                "pci-root and pcie-root controllers should have index 0");
        refuse(
                controller.is(ControllerModel.PCI_PCI_EXPANDER_BUS)
                        && family != MachineFamily.I440FX,
                CONFIG_UNSUPPORTED,
                "pci-expander-bus controllers are only supported on 440fx-based machinetypes");
        refuse(
                controller.is(ControllerModel.PCI_PCIE_EXPANDER_BUS)
                        && family != MachineFamily.Q35
                        && family != MachineFamily.ARM_VIRT,
                CONFIG_UNSUPPORTED,
                "pcie-expander-bus controllers are not supported with this machine type");
        checkNode(controller);
        return controller;
    }

    private void checkNode(Controller controller) {
        var node = controller.pci().orElse(PciOptions.NONE).numaNode();
        int cells = definition.cpu().flatMap(Cpu::numa).map(n -> n.cells().size()).orElse(0);
        refuse(
                node.isPresent() && node.getAsInt() >= cells,
                XML_ERROR,
                "%s with index %d is configured for a NUMA node (%d) not present in the domain's <cpu><numa> array (%d)"
                        .formatted(
                                controller.model().map(Word::word).orElse(""),
                                controller.index().orElse(0),
                                node.orElse(0),
                                cells));
    }

    private static void refuse(boolean wrong, ErrorCode code, String message) {
        if (wrong) {
            throw new LibvirtException(code, message);
        }
    }
}
