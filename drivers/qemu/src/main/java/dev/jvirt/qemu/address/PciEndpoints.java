package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.InterfaceSource;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Rng;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.documents.domain.Sound;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.Vsock;
import dev.jvirt.documents.domain.Watchdog;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Gives places to all devices that have none. The order of the kinds decides who gets the first
/// free slot, so it never changes.
final class PciEndpoints {
    private final PciPlaces places;
    private final DeviceTable devices;

    private PciEndpoints(PciPlaces places) {
        this.places = places;
        this.devices = places.devices();
    }

    static void assign(PciPlaces places) {
        new PciEndpoints(places).assign();
    }

    private void assign() {
        each(Controller.class, PciEndpoints::isBridge);
        each(Filesystem.class, f -> true);
        each(NetworkInterface.class, n -> !(n.source() instanceof InterfaceSource.HostFunction));
        each(Sound.class, s -> true);
        assignControllers();
        assignDisks();
        each(NetworkInterface.class, n -> n.source() instanceof InterfaceSource.HostFunction);
        each(HostDevice.class, h -> !(h.source() instanceof HostDeviceSource.Usb));
        each(MemoryBalloon.class, b -> true);
        each(Rng.class, r -> true);
        each(Watchdog.class, w -> true);
        each(Video.class, v -> true);
        each(SharedMemory.class, s -> true);
        each(Input.class, i -> true);
        each(CharDevice.class, c -> c.target() instanceof CharTarget.Serial);
        each(MemoryDevice.class, m -> true);
        each(Iommu.class, i -> true);
        each(Vsock.class, v -> true);
    }

    private <D extends GuestDevice> void each(Class<D> kind, Predicate<D> condition) {
        for (D device : devices.of(kind)) {
            if (condition.test(device)
                    && PciPlaces.isOpen(device)
                    && !places.requirements().of(device).isEmpty()) {
                places.giveNext(device);
            }
        }
    }

    private static boolean isBridge(Controller controller) {
        return controller.type() == Controller.Type.PCI
                && !controller.is(ControllerModel.PCI_PCI_ROOT)
                && !controller.is(ControllerModel.PCI_PCIE_ROOT);
    }

    private void assignControllers() {
        for (Controller controller : devices.controllers()) {
            boolean here =
                    switch (controller.type()) {
                        case PCI, FDC, CCID, XENBUS, ISA -> false;
                        case IDE -> controller.index().orElse(0) != 0;
                        case SCSI, SATA, VIRTIO_SERIAL, USB -> true;
                    };
            if (!here
                    || !PciPlaces.isOpen(controller)
                    || places.requirements().of(controller).isEmpty()) {
                continue;
            }
            var function = usb2Function(controller);
            if (function.isPresent()) {
                assignUsb2(controller, function.getAsInt());
            } else {
                places.giveNext(controller);
            }
        }
    }

    /// The parts of a USB 2 controller are functions of one slot.
    private static OptionalInt usb2Function(Controller controller) {
        return switch (controller.model().orElse(null)) {
            case USB_ICH9_EHCI1 -> OptionalInt.of(7);
            case USB_ICH9_UHCI1 -> OptionalInt.of(0);
            case USB_ICH9_UHCI2 -> OptionalInt.of(1);
            case USB_ICH9_UHCI3 -> OptionalInt.of(2);
            case null, default -> OptionalInt.empty();
        };
    }

    private void assignUsb2(Controller controller, int function) {
        var multifunction = function == 0 ? Optional.of(true) : Optional.<Boolean>empty();
        var slot = usb2Slot(controller);
        if (slot.isEmpty()) {
            places.giveNext(controller, OptionalInt.of(function), multifunction);
            return;
        }
        var place = new PciPlace(0, slot.get().bus(), slot.get().slot(), function);
        places.buses().reserve(place, places.requirements().of(controller), 0);
        places.moveTo(controller, place, multifunction);
    }

    private Optional<Address.Pci> usb2Slot(Controller controller) {
        for (Controller other : devices.controllers(Controller.Type.USB)) {
            if (usb2Function(other).isPresent()
                    && other.index().equals(controller.index())
                    && PciPlaces.of(other).isPresent()) {
                return PciPlaces.of(other);
            }
        }
        return Optional.empty();
    }

    private void assignDisks() {
        for (Disk disk : devices.of(Disk.class)) {
            if (!disk.isOn(Disk.Bus.VIRTIO)) {
                continue;
            }
            if (PciPlaces.isOpen(disk)) {
                places.giveNext(disk);
                continue;
            }
            switch (disk.info().address().orElseThrow()) {
                case Address.Pci _, Address.Ccw _, Address.VirtioMmio _ -> {}
                default ->
                        throw new LibvirtException(
                                CONFIG_UNSUPPORTED,
                                "virtio disk cannot have an address of type '%s'"
                                        .formatted(disk.info().address().orElseThrow().type()));
            }
        }
    }
}
