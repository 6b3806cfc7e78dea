package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.GuestDevice;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The first function of a slot says that there are more.
final class MultifunctionSlots {
    private record Slot(int domain, int bus, int slot) {}

    private MultifunctionSlots() {}

    static void mark(DeviceTable devices) {
        Set<Slot> shared = new HashSet<>();
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().orElse(null) instanceof Address.Pci pci
                    && pci.function() != 0) {
                shared.add(slot(pci));
            }
        }
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().orElse(null) instanceof Address.Pci pci
                    && pci.function() == 0
                    && pci.multifunction().isEmpty()
                    && shared.contains(slot(pci))) {
                devices.move(device, pci.withMultifunction(Optional.of(true)));
            }
        }
    }

    private static Slot slot(Address.Pci address) {
        return new Slot(address.domain(), address.bus(), address.slot());
    }
}
