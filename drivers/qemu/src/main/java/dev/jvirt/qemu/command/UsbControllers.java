package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.qemu.json.JsonObject;

import java.util.Optional;
import java.util.OptionalInt;

/// USB controllers.
final class UsbControllers {
    private UsbControllers() {}

    /// The properties of a controller without its address; nothing if there is none or the machine
    /// has it.
    static Optional<JsonObject.Builder> device(Controller controller) {
        if (controller.model().isEmpty() || controller.is(ControllerModel.USB_NONE)) {
            return Optional.empty();
        }
        var out = JsonObject.builder().put("driver", driver(controller.model().get()));
        String alias = DomainScope.alias(controller);
        OptionalInt firstPort = controller.info().usbMaster();
        if (firstPort.isPresent()) {
            out.put("masterbus", alias + ".0").put("firstport", firstPort.getAsInt());
            return Optional.of(out);
        }
        OptionalInt ports = controller.ports().ports();
        out.putNumber("p2", ports);
        out.putNumber("p3", ports);
        return Optional.of(out.put("id", alias));
    }

    private static String driver(ControllerModel model) {
        return switch (model) {
            case USB_PIIX3_UHCI -> "piix3-usb-uhci";
            case USB_PIIX4_UHCI -> "piix4-usb-uhci";
            case USB_EHCI -> "usb-ehci";
            case USB_ICH9_EHCI1 -> "ich9-usb-ehci1";
            case USB_ICH9_UHCI1 -> "ich9-usb-uhci1";
            case USB_ICH9_UHCI2 -> "ich9-usb-uhci2";
            case USB_ICH9_UHCI3 -> "ich9-usb-uhci3";
            case USB_VT82C686B_UHCI -> "vt82c686b-usb-uhci";
            case USB_PCI_OHCI -> "pci-ohci";
            case USB_NEC_XHCI -> "nec-usb-xhci";
            case USB_QEMU_XHCI -> "qemu-xhci";
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "%s not supported in this QEMU binary".formatted(model.word()));
        };
    }
}
