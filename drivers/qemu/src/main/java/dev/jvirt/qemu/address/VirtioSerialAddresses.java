package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.GuestDevice;
import java.util.Optional;

/// Ports of consoles and channels on virtio-serial controllers.
final class VirtioSerialAddresses {
    private final DeviceTable devices;
    private final VirtioSerialPorts ports = new VirtioSerialPorts();

    private VirtioSerialAddresses(DeviceTable devices) {
        this.devices = devices;
    }

    static void assign(DeviceTable devices) {
        new VirtioSerialAddresses(devices).assign();
    }

    private void assign() {
        for (Controller controller : devices.controllers(Controller.Type.VIRTIO_SERIAL)) {
            ports.add(controller.index().orElseThrow(), boxed(controller));
        }
        for (GuestDevice device : devices.guestDevices()) {
            if (isComplete(device)) {
                var address = (Address.VirtioSerial) device.info().address().orElseThrow();
                ports.reserve(new VirtioSerialPorts.Place(address.controller(), address.port()));
            }
        }
        for (CharDevice device : devices.of(CharDevice.class)) {
            if (device.target() instanceof CharTarget.Console console
                    && console.type().filter(t -> t == CharTarget.ConsoleType.VIRTIO).isPresent()) {
                keepRoom(device);
            }
        }
        for (CharDevice device : devices.of(CharDevice.class)) {
            if (device.target() instanceof CharTarget.VirtioChannel) {
                assign(device);
            }
        }
    }

    private static Optional<Integer> boxed(Controller controller) {
        var count = controller.ports().ports();
        return count.isPresent() ? Optional.of(count.getAsInt()) : Optional.empty();
    }

    private static boolean isComplete(GuestDevice device) {
        return device.info().address().orElse(null) instanceof Address.VirtioSerial address
                && address.port() != 0;
    }

    /// A console has no port of its own in its document; QEMU finds it one. But one that asks for
    /// any port keeps a port from channels, as it always did.
    private void keepRoom(CharDevice console) {
        if (isComplete(console)) {
            return;
        }
        if (console.info().address().orElse(null) instanceof Address.VirtioSerial) {
            ports.nextOf(0);
        } else if (ports.isEmpty()) {
            addController();
        }
    }

    private void assign(CharDevice channel) {
        if (isComplete(channel)) {
            return;
        }
        var place =
                channel.info().address().orElse(null) instanceof Address.VirtioSerial address
                        ? ports.nextOf(address.controller())
                        : next();
        devices.move(channel, new Address.VirtioSerial(place.controller(), 0, place.port()));
    }

    private VirtioSerialPorts.Place next() {
        var place = ports.next();
        if (place.isPresent()) {
            return place.get();
        }
        addController();
        return ports.next().orElseThrow();
    }

    private void addController() {
        int index = 0;
        while (devices.controller(Controller.Type.VIRTIO_SERIAL, index).isPresent()) {
            index++;
        }
        devices.addController(Controller.Type.VIRTIO_SERIAL, index, Optional.empty());
        ports.add(index, Optional.empty());
    }
}
