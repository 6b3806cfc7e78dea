package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;
import java.util.List;

/// What a document may not say about USB.
final class UsbRules {
    private UsbRules() {}

    static void check(List<Device> devices) {
        boolean none = false;
        boolean some = false;
        boolean master = false;
        for (Device device : devices) {
            if (device instanceof Controller controller
                    && controller.type() == Controller.Type.USB) {
                boolean off = controller.is(ControllerModel.USB_NONE);
                if (none || (off && some)) {
                    throw new LibvirtException(
                            XML_DETAIL,
                            "Can't add another USB controller: USB is disabled for this domain");
                }
                none |= off;
                some |= !off;
                master |= controller.info().usbMaster().isEmpty();
            }
        }
        if (some && !master) {
            throw new LibvirtException(XML_DETAIL, "No master USB controller specified");
        }
        if (none) {
            refuseUsb(devices);
        }
    }

    private static void refuseUsb(List<Device> devices) {
        for (Device device : devices) {
            switch (device) {
                case Input input when input.isOn(Input.Bus.USB) ->
                        throw disabled("Can't add USB input device. USB bus is disabled");
                case HostDevice host when host.source() instanceof HostDeviceSource.Usb ->
                        throw disabled("Can't add host USB device: USB is disabled in this host");
                case Hub _ -> throw disabled("Can't add USB hub: USB is disabled for this domain");
                default -> {}
            }
        }
    }

    private static LibvirtException disabled(String message) {
        return new LibvirtException(CONFIG_UNSUPPORTED, message);
    }
}
