package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Devices;
import dev.jvirt.documents.domain.GuestDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The devices of a guest while their addresses are chosen. A device that gets an address is
/// replaced by a copy of itself that has it.
final class DeviceTable {
    private Devices devices;

    DeviceTable(List<Device> all) {
        devices = new Devices(Optional.empty(), all);
    }

    List<Device> all() {
        return devices.all();
    }

    /// The devices of one kind as they are now.
    <D extends Device> List<D> of(Class<D> kind) {
        return devices.of(kind);
    }

    /// All devices that can have an address, in the order in which libvirt walks through them. A
    /// console that is only another name of a serial port is left out.
    List<GuestDevice> guestDevices() {
        var found = new ArrayList<GuestDevice>();
        for (Device device : devices.inWalkingOrder()) {
            if (device instanceof GuestDevice guest && !isOtherName(guest)) {
                found.add(guest);
            }
        }
        return found;
    }

    private static boolean isOtherName(GuestDevice device) {
        return device instanceof CharDevice chars
                && chars.target() instanceof CharTarget.Console console
                && console.type().filter(t -> t == CharTarget.ConsoleType.SERIAL).isPresent();
    }

    List<Controller> controllers() {
        return devices.controllers();
    }

    /// The controllers of one type.
    List<Controller> controllers(Controller.Type type) {
        var found = new ArrayList<Controller>();
        for (Controller controller : controllers()) {
            if (controller.type() == type) {
                found.add(controller);
            }
        }
        return found;
    }

    Optional<Controller> controller(Controller.Type type, int index) {
        for (Controller controller : controllers()) {
            if (controller.type() == type && controller.index().orElse(-1) == index) {
                return Optional.of(controller);
            }
        }
        return Optional.empty();
    }

    /// Puts a device in the place of another.
    void replace(Device old, Device now) {
        var all = new ArrayList<>(devices.all());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == old) {
                all.set(i, now);
                devices = devices.withAll(all);
                return;
            }
        }
        throw new IllegalArgumentException("no such device: " + old);
    }

    /// Puts a device at an address.
    void move(GuestDevice device, Address address) {
        replace(device, device.withInfo(device.info().withAddress(address)));
    }

    /// Adds a controller behind all others.
    Controller addController(Controller.Type type, int index, Optional<ControllerModel> model) {
        devices = devices.with(new Controller(type, index, model));
        return controller(type, index).orElseThrow();
    }

    /// Adds a device behind those of its kind.
    void add(Device device) {
        devices = devices.with(device);
    }
}
