package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.PciOptions;
import dev.jvirt.qemu.json.JsonObject;

/// The properties that tell QEMU where a device is.
final class DeviceAddresses {
    private DeviceAddresses() {}

    /// Adds the place of a device; nothing if its bus is found in another way.
    static void add(DomainScope scope, DeviceInfo info, JsonObject.Builder out) {
        switch (info.address().orElse(null)) {
            case Address.Pci pci -> addPci(scope, pci, info, out);
            case Address.Usb usb -> {
                out.put("bus", scope.busOf(Controller.Type.USB, usb.bus()) + ".0");
                if (!usb.port().isEmpty()) {
                    out.put("port", usb.portText());
                }
            }
            case Address.SpaprVio vio -> out.putNumber("reg", vio.reg());
            case Address.Ccw ccw ->
                    out.put("devno", "%x.%x.%04x".formatted(ccw.cssid(), ccw.ssid(), ccw.devno()));
            case Address.Isa isa -> {
                out.putNumber("iobase", isa.iobase());
                out.putNumber("irq", isa.irq());
            }
            case Address.Dimm dimm -> {
                out.put("slot", dimm.slot());
                out.putNumber("addr", dimm.base());
            }
            case Address.Drive _,
                    Address.VirtioSerial _,
                    Address.Ccid _,
                    Address.VirtioMmio _,
                    Address.Unassigned _ -> {}
            case null -> {}
        }
    }

    private static void addPci(
            DomainScope scope, Address.Pci pci, DeviceInfo info, JsonObject.Builder out) {
        out.put("bus", pciBus(scope, pci));
        out.putBoolean("multifunction", pci.multifunction());
        out.put("addr", slot(pci));
        out.putNumber("acpi-index", info.acpiIndex());
    }

    private static String slot(Address.Pci pci) {
        return pci.function() == 0
                ? "0x%x".formatted(pci.slot())
                : "0x%x.0x%x".formatted(pci.slot(), pci.function());
    }

    /// Further host bridges of POWER are named, and their bus with a zero behind the name.
    private static String pciBus(DomainScope scope, Address.Pci pci) {
        var controller =
                scope.controller(Controller.Type.PCI, pci.bus())
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "Could not find PCI controller with index %d required for device at address %s"
                                                        .formatted(pci.bus(), text(pci))));
        String alias = scope.busOf(controller);
        var options = controller.pci().orElse(PciOptions.NONE);
        boolean bridge =
                controller.is(ControllerModel.PCI_PCI_ROOT)
                        && options.modelName()
                                .filter(n -> n == PciOptions.Name.SPAPR_PCI_HOST_BRIDGE)
                                .isPresent()
                        && options.target().index().orElse(0) > 0;
        return bridge ? alias + ".0" : alias;
    }

    /// An address as people write it.
    static String text(Address.Pci pci) {
        return "%04x:%02x:%02x.%d".formatted(pci.domain(), pci.bus(), pci.slot(), pci.function());
    }
}
