package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.Hub;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.RedirectedDevice;
import dev.jvirt.documents.domain.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Ports of USB devices.
final class UsbAddresses {
    private static final int XHCI_PORTS = 4;

    private final DeviceTable devices;
    private final UsbPorts ports = new UsbPorts();

    private UsbAddresses(DeviceTable devices) {
        this.devices = devices;
    }

    /// @param isNew whether devices may get ports, not only keep them
    static void assign(DeviceTable devices, boolean isNew) {
        var addresses = new UsbAddresses(devices);
        if (isNew) {
            addresses.addHubs();
        }
        addresses.reserveKnown();
        if (isNew) {
            addresses.assignOthers();
        }
    }

    private void reserveKnown() {
        for (Controller controller : devices.controllers(Controller.Type.USB)) {
            if (controller.info().usbMaster().isEmpty()
                    && !controller.is(ControllerModel.USB_NONE)) {
                ports.addBus(controller.index().orElseThrow(), portsOf(controller));
            }
        }
        for (Hub hub : devices.of(Hub.class)) {
            if (isComplete(hub)) {
                ports.addHub(place(hub));
            }
        }
        for (GuestDevice device : usbDevices()) {
            if (isComplete(device)) {
                ports.reserve(place(device));
            }
        }
    }

    private void assignOthers() {
        for (Hub hub : devices.of(Hub.class)) {
            if (!isComplete(hub)) {
                var place = next(hub);
                ports.addHubAt(place);
                devices.move(hub, new Address.Usb(place.bus(), place.port()));
            }
        }
        for (GuestDevice device : usbDevices()) {
            if (!isComplete(device) && isOpen(device)) {
                var place = next(device);
                devices.move(device, new Address.Usb(place.bus(), place.port()));
            }
        }
    }

    /// Adds hubs until there are enough ports.
    private void addHubs() {
        int needed = 0;
        for (GuestDevice device : usbDevices()) {
            needed += isOpen(device) || isComplete(device) ? 1 : 0;
        }
        int offered = 0;
        boolean none = true;
        for (Controller controller : devices.controllers(Controller.Type.USB)) {
            offered += portsOf(controller);
            none &= controller.is(ControllerModel.USB_NONE);
        }
        if (none && needed + devices.of(Hub.class).size() > 0) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "USB is disabled for this domain, but USB devices are present in the domain"
                            + " XML");
        }
        int gain = UsbPorts.HUB_PORTS - 1;
        int missing = needed - offered - devices.of(Hub.class).size() * gain;
        // One more than needed, so that the last hub has room for another.
        int hubs = missing > 0 ? missing / gain + 1 : 0;
        for (int i = 0; i < hubs; i++) {
            devices.add(new Hub(DeviceInfo.NONE));
        }
    }

    /// All devices on USB but hubs, in the order in which they get their ports.
    private List<GuestDevice> usbDevices() {
        var found = new ArrayList<GuestDevice>();
        for (HostDevice device : devices.of(HostDevice.class)) {
            if (device.source() instanceof HostDeviceSource.Usb) {
                found.add(device);
            }
        }
        for (Disk disk : devices.of(Disk.class)) {
            if (disk.isOn(Disk.Bus.USB)) {
                found.add(disk);
            }
        }
        for (NetworkInterface nic : devices.of(NetworkInterface.class)) {
            if (nic.model().filter("usb-net"::equals).isPresent()) {
                found.add(nic);
            }
        }
        for (Controller controller : devices.controllers(Controller.Type.CCID)) {
            found.add(controller);
        }
        for (Input input : devices.of(Input.class)) {
            if (input.isOn(Input.Bus.USB)) {
                found.add(input);
            }
        }
        for (Sound sound : devices.of(Sound.class)) {
            if (sound.model() == Sound.Model.USB) {
                found.add(sound);
            }
        }
        for (CharDevice device : devices.of(CharDevice.class)) {
            if (device.target() instanceof CharTarget.Serial serial
                    && serial.type()
                            .filter(t -> t == CharTarget.SerialType.USB_SERIAL)
                            .isPresent()) {
                found.add(device);
            }
        }
        found.addAll(devices.of(RedirectedDevice.class));
        return found;
    }

    private static boolean isOpen(GuestDevice device) {
        return switch (device.info().address().orElse(null)) {
            case null -> true;
            case Address.Usb usb -> !hasPort(usb);
            default -> false;
        };
    }

    private static boolean isComplete(GuestDevice device) {
        return device.info().address().orElse(null) instanceof Address.Usb usb && hasPort(usb);
    }

    private static boolean hasPort(Address.Usb address) {
        return !address.port().isEmpty() && address.port().getFirst() != 0;
    }

    private static UsbPlace place(GuestDevice device) {
        var address = (Address.Usb) device.info().address().orElseThrow();
        return new UsbPlace(address.bus(), address.port());
    }

    private UsbPlace next(GuestDevice device) {
        return device.info().address().orElse(null) instanceof Address.Usb usb
                ? ports.next(usb.bus())
                : ports.next();
    }

    /// How many ports a controller has; companions serve those of their master.
    private static int portsOf(Controller controller) {
        OptionalInt given = controller.ports().ports();
        return switch (controller.model().orElse(ControllerModel.USB_PIIX3_UHCI)) {
            case USB_EHCI, USB_ICH9_EHCI1 -> 6;
            case USB_PCI_OHCI -> 3;
            case USB_NEC_XHCI, USB_QEMU_XHCI -> given.orElse(XHCI_PORTS);
            case USB_ICH9_UHCI1, USB_ICH9_UHCI2, USB_ICH9_UHCI3 ->
                    controller.info().usbMaster().isPresent() ? 0 : 2;
            case USB_PIIX3_UHCI, USB_PIIX4_UHCI, USB_VT82C686B_UHCI -> 2;
            default -> 0;
        };
    }
}
