package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;

import dev.jvirt.api.LibvirtException;

/// What a document may not say about USB, while its devices are read one after another.
final class UsbRules {
    private boolean none;
    private boolean some;
    private boolean master;

    /// Refuses a device that contradicts those before it.
    void check(Device device) {
        switch (device) {
            case Controller controller when controller.type() == Controller.Type.USB ->
                    check(controller);
            case Input input when none && input.isOn(Input.Bus.USB) ->
                    throw disabled("Can't add USB input device. USB bus is disabled");
            case HostDevice host when none && host.source() instanceof HostDeviceSource.Usb ->
                    throw disabled("Can't add host USB device: USB is disabled in this host");
            case Hub _ when none ->
                    throw disabled("Can't add USB hub: USB is disabled for this domain");
            default -> {}
        }
    }

    private void check(Controller controller) {
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

    /// Refuses companions of a USB 2 controller that is not there.
    void checkMaster() {
        if (some && !master) {
            throw new LibvirtException(XML_DETAIL, "No master USB controller specified");
        }
    }

    private static LibvirtException disabled(String message) {
        return new LibvirtException(CONFIG_UNSUPPORTED, message);
    }
}
