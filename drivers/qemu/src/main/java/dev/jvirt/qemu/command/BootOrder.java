package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Os;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;

/// In which order the firmware tries the devices: as the devices say, or else the first device of
/// each kind in the order of `<os>`.
final class BootOrder {
    private final IdentityHashMap<GuestDevice, Integer> places = new IdentityHashMap<>();

    BootOrder(DomainDefinition definition) {
        for (GuestDevice device : definition.devices().of(GuestDevice.class)) {
            device.info().boot().ifPresent(boot -> places.put(device, boot.order()));
        }
        List<Os.BootDevice> kinds = definition.os().boot().devices();
        for (int i = 0; i < kinds.size(); i++) {
            placeFirst(definition, kinds.get(i), i + 1);
        }
    }

    private void placeFirst(DomainDefinition definition, Os.BootDevice kind, int place) {
        if (kind == Os.BootDevice.NETWORK) {
            List<NetworkInterface> interfaces = definition.devices().interfaces();
            if (!interfaces.isEmpty()) {
                places.putIfAbsent(interfaces.getFirst(), place);
            }
            return;
        }
        for (Disk disk : definition.devices().disks()) {
            if (kindOf(disk) == kind) {
                places.putIfAbsent(disk, place);
                return;
            }
        }
    }

    private static Os.BootDevice kindOf(Disk disk) {
        return switch (disk.kind()) {
            case DISK, LUN -> Os.BootDevice.HD;
            case CDROM -> Os.BootDevice.CDROM;
            case FLOPPY -> Os.BootDevice.FD;
        };
    }

    /// The place of a device in the order; absent if it is not booted from.
    OptionalInt of(GuestDevice device) {
        Integer place = places.get(device);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
