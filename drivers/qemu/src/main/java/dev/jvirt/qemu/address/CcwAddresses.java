package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.qemu.capabilities.MachineFamily;
import java.util.HashSet;
import java.util.Set;

/// Numbers of devices in the channel subsystem of s390.
final class CcwAddresses {
    private static final int CSSID = 0xFE;
    private static final int SSIDS = 4;
    private static final int DEVNOS = 0x10000;

    private final DeviceTable devices;
    private final Set<Address.Ccw> taken = new HashSet<>();

    private CcwAddresses(DeviceTable devices) {
        this.devices = devices;
    }

    static void assign(DeviceTable devices, Machine machine) {
        if (machine.is(MachineFamily.S390_CCW)) {
            new CcwAddresses(devices).assign();
        }
    }

    private void assign() {
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().orElse(null) instanceof Address.Ccw address
                    && isChosen(address)
                    && !taken.add(address)) {
                throw new LibvirtException(
                        XML_ERROR,
                        "The CCW devno '%x.%x.%04x' is in use already"
                                .formatted(address.cssid(), address.ssid(), address.devno()));
            }
        }
        for (GuestDevice device : devices.guestDevices()) {
            var address = device.info().address();
            boolean wanted =
                    address.isEmpty()
                            ? VirtioDevices.isPrimed(device, true)
                            : address.get() instanceof Address.Ccw ccw && !isChosen(ccw);
            if (wanted) {
                devices.move(device, next());
            }
        }
    }

    /// Subsystem 0 belongs to the machine, so all zero means that no number was chosen.
    private static boolean isChosen(Address.Ccw address) {
        return address.cssid() != 0 || address.ssid() != 0 || address.devno() != 0;
    }

    private Address.Ccw next() {
        for (int ssid = 0; ssid < SSIDS; ssid++) {
            for (int devno = 0; devno < DEVNOS; devno++) {
                var address = new Address.Ccw(CSSID, ssid, devno);
                if (taken.add(address)) {
                    return address;
                }
            }
        }
        throw new LibvirtException(INTERNAL_ERROR, "There are no more free CCW devnos.");
    }
}
