package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Word;
import java.util.Locale;
import java.util.Optional;

/// The model of a [Controller]; the first word of a constant is the type it belongs to.
public enum ControllerModel implements Word {
    PCI_PCI_ROOT,
    PCI_PCIE_ROOT,
    PCI_PCI_BRIDGE,
    PCI_DMI_TO_PCI_BRIDGE,
    PCI_PCIE_TO_PCI_BRIDGE,
    PCI_PCIE_ROOT_PORT,
    PCI_PCIE_SWITCH_UPSTREAM_PORT,
    PCI_PCIE_SWITCH_DOWNSTREAM_PORT,
    PCI_PCI_EXPANDER_BUS,
    PCI_PCIE_EXPANDER_BUS,
    SCSI_AUTO,
    SCSI_BUSLOGIC,
    SCSI_LSILOGIC,
    SCSI_LSISAS1068,
    SCSI_VMPVSCSI,
    SCSI_IBMVSCSI,
    SCSI_VIRTIO_SCSI,
    SCSI_LSISAS1078,
    SCSI_VIRTIO_TRANSITIONAL,
    SCSI_VIRTIO_NON_TRANSITIONAL,
    SCSI_NCR53C90,
    SCSI_DC390,
    SCSI_AM53C974,
    USB_PIIX3_UHCI,
    USB_PIIX4_UHCI,
    USB_EHCI,
    USB_ICH9_EHCI1,
    USB_ICH9_UHCI1,
    USB_ICH9_UHCI2,
    USB_ICH9_UHCI3,
    USB_VT82C686B_UHCI,
    USB_PCI_OHCI,
    USB_NEC_XHCI,
    USB_QUSB1,
    USB_QUSB2,
    USB_QEMU_XHCI,
    USB_NONE,
    IDE_PIIX3,
    IDE_PIIX4,
    IDE_ICH6,
    VIRTIO_SERIAL_VIRTIO,
    VIRTIO_SERIAL_VIRTIO_TRANSITIONAL,
    VIRTIO_SERIAL_VIRTIO_NON_TRANSITIONAL;

    /// The type of controller that has this model.
    public Controller.Type type() {
        if (name().startsWith("VIRTIO_SERIAL_")) {
            return Controller.Type.VIRTIO_SERIAL;
        }
        return Controller.Type.valueOf(name().substring(0, name().indexOf('_')));
    }

    @Override
    public String spelling() {
        return name().substring(type().name().length() + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /// The model of a type of controller that is spelled so.
    public static Optional<ControllerModel> find(Controller.Type type, String word) {
        for (ControllerModel model : values()) {
            if (model.word().equals(word) && model.type() == type) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }
}
