package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/// USB controllers.
final class UsbControllers {
    private UsbControllers() {}

    /// The properties of a controller without its address; nothing if there is none or the machine
    /// has it.
    static Optional<JsonObject.Builder> device(DomainScope scope, Controller controller) {
        if (controller.model().isEmpty() || controller.is(ControllerModel.USB_NONE)) {
            return Optional.empty();
        }
        var out = JsonObject.builder().put("driver", driver(controller.model().get()));
        check(scope, controller.model().get());
        String alias = scope.busOf(Controller.Type.USB, controller.index().orElse(0));
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

    private static void check(DomainScope scope, ControllerModel model) {
        var flag =
                switch (model) {
                    case USB_PIIX3_UHCI -> QemuFlag.PIIX3_USB_UHCI;
                    case USB_PIIX4_UHCI -> QemuFlag.PIIX4_USB_UHCI;
                    case USB_EHCI -> QemuFlag.USB_EHCI;
                    case USB_ICH9_EHCI1, USB_ICH9_UHCI1, USB_ICH9_UHCI2, USB_ICH9_UHCI3 ->
                            QemuFlag.ICH9_USB_EHCI1;
                    case USB_VT82C686B_UHCI -> QemuFlag.VT82C686B_USB_UHCI;
                    case USB_PCI_OHCI -> QemuFlag.PCI_OHCI;
                    case USB_NEC_XHCI -> QemuFlag.NEC_USB_XHCI;
                    case USB_QEMU_XHCI -> QemuFlag.QEMU_XHCI;
                    default -> null;
                };
        if (flag != null && !scope.has(flag)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "USB controller model '%s' not supported in this QEMU binary"
                            .formatted(model.word()));
        }
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
