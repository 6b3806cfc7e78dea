package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Identifiers of PCI devices on s390, where the guest does not see their places.
final class ZpciIdentifiers {
    private static final int MAX_UID = 0xFFFF;

    private final DeviceTable devices;
    private final Set<Integer> uids = new HashSet<>();
    private final Set<Long> fids = new HashSet<>();

    private ZpciIdentifiers(DeviceTable devices) {
        this.devices = devices;
    }

    static void assign(DeviceTable devices, Machine machine) {
        if (Architectures.isS390(machine.arch()) && machine.has(QemuFlag.ZPCI)) {
            var identifiers = new ZpciIdentifiers(devices);
            identifiers.reserve();
            identifiers.assign();
        }
    }

    private void reserve() {
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().orElse(null) instanceof Address.Pci pci
                    && pci.zpci().isPresent()) {
                var zpci = pci.zpci().get();
                if (zpci.uid().isPresent() && !uids.add(zpci.uid().getAsInt())) {
                    throw inUse("uid", zpci.uid().getAsInt());
                }
                if (zpci.fid().isPresent() && !fids.add(zpci.fid().getAsLong())) {
                    throw inUse("fid", zpci.fid().getAsLong());
                }
            }
        }
    }

    private static LibvirtException inUse(String what, long value) {
        return new LibvirtException(
                INTERNAL_ERROR, "zPCI %s %o is already reserved".formatted(what, value));
    }

    private void assign() {
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().orElse(null) instanceof Address.Pci pci
                    && !isBridge(device)) {
                var zpci =
                        pci.zpci()
                                .orElse(
                                        new Address.Zpci(
                                                OptionalInt.empty(), OptionalLong.empty()));
                devices.move(
                        device,
                        pci.withZpci(
                                new Address.Zpci(
                                        zpci.uid().isPresent() ? zpci.uid() : nextUid(),
                                        zpci.fid().isPresent() ? zpci.fid() : nextFid())));
            }
        }
    }

    private static boolean isBridge(GuestDevice device) {
        return device instanceof Controller controller && controller.type() == Controller.Type.PCI;
    }

    private OptionalInt nextUid() {
        for (int uid = 1; uid <= MAX_UID; uid++) {
            if (uids.add(uid)) {
                return OptionalInt.of(uid);
            }
        }
        throw new LibvirtException(INTERNAL_ERROR, "There is no more free uid.");
    }

    private OptionalLong nextFid() {
        long fid = 0;
        while (!fids.add(fid)) {
            fid++;
        }
        return OptionalLong.of(fid);
    }
}
