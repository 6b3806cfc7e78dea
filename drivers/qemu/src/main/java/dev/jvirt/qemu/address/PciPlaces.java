package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.qemu.capabilities.MachineFamily;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Who is where on the buses.
record PciPlaces(
        DeviceTable devices,
        Machine machine,
        PciBuses buses,
        PciRequirements requirements,
        HostPci host) {
    private static final int FUNCTIONS = 8;

    /// Whether a device has no address yet.
    static boolean isOpen(GuestDevice device) {
        return switch (device.info().address().orElse(null)) {
            case null -> true;
            case Address.Pci pci -> pci.isEmpty();
            default -> false;
        };
    }

    /// The PCI address of a device that has one.
    static Optional<Address.Pci> of(GuestDevice device) {
        return device.info().address().orElse(null) instanceof Address.Pci pci && !pci.isEmpty()
                ? Optional.of(pci)
                : Optional.empty();
    }

    /// Takes the places that the document gives.
    void reserveKnown() {
        for (GuestDevice device : devices.guestDevices()) {
            var address = of(device);
            if (address.isPresent() && !isInPiix3(device, address.get())) {
                buses.reserve(
                        PciPlace.of(address.get()), connections(device), isolationGroup(device));
            }
        }
    }

    private Set<PciConnection> connections(GuestDevice device) {
        var needs = requirements.of(device);
        return needs.isEmpty() ? EnumSet.of(PciConnection.PCI_DEVICE) : needs;
    }

    /// The IDE and USB controllers of the PIIX3 are part of the board.
    private boolean isInPiix3(GuestDevice device, Address.Pci address) {
        boolean board =
                address.domain() == 0
                        && address.bus() == 0
                        && address.slot() == 1
                        && device instanceof Controller controller
                        && controller.index().orElse(-1) == 0
                        && (controller.type() == Controller.Type.IDE && address.function() == 1
                                || isPiix3Usb(controller) && address.function() == 2);
        if (board
                && !buses.buses().isEmpty()
                && !buses.buses().getFirst().offers().contains(PciConnection.PCI_DEVICE)) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "Bus 0 must be PCI for integrated PIIX3 USB or IDE controllers");
        }
        return board;
    }

    static boolean isPiix3Usb(Controller controller) {
        return controller.type() == Controller.Type.USB
                && controller.model().filter(m -> m != ControllerModel.USB_PIIX3_UHCI).isEmpty();
    }

    /// Puts a device into a place that is taken for it, whether planning or not.
    void moveTo(GuestDevice device, PciPlace place, Optional<Boolean> multifunction) {
        var address = place.address().withMultifunction(multifunction);
        if (device.info().address().orElse(null) instanceof Address.Pci old) {
            address =
                    new Address.Pci(
                            address.domain(),
                            address.bus(),
                            address.slot(),
                            address.function(),
                            multifunction,
                            old.zpci());
        }
        devices.move(device, address);
    }

    /// Puts a device into the next free place.
    void giveNext(GuestDevice device) {
        giveNext(device, OptionalInt.empty(), Optional.empty());
    }

    /// Puts a device into the next free place with that function.
    void giveNext(GuestDevice device, OptionalInt function, Optional<Boolean> multifunction) {
        var wanted =
                function.isPresent() ? Optional.of(function.getAsInt()) : Optional.<Integer>empty();
        var place = buses.reserveNext(requirements.of(device), isolationGroup(device), wanted);
        if (!buses.isPlanning()) {
            moveTo(device, place, multifunction);
        }
    }

    /// Devices of the host are kept apart by their IOMMU groups where the machine can have several
    /// host bridges. Group 0 means none here.
    private int isolationGroup(GuestDevice device) {
        if (machine.is(MachineFamily.PSERIES)
                && device instanceof HostDevice passed
                && passed.source() instanceof HostDeviceSource.Pci pci) {
            var group = host.iommuGroup(pci.address());
            return group.isPresent() ? group.getAsInt() + 1 : 0;
        }
        return 0;
    }

    boolean isSlotInUse(int slot) {
        for (int function = 0; function < FUNCTIONS; function++) {
            if (buses.buses().getFirst().isTaken(slot, function)) {
                return true;
            }
        }
        return false;
    }
}
