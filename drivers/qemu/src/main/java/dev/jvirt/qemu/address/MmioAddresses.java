package dev.jvirt.qemu.address;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// The virtio transport of boards without PCI.
final class MmioAddresses {
    private MmioAddresses() {}

    static void assign(DeviceTable devices, Machine machine) {
        if (!isBoard(machine) || !machine.has(QemuFlag.VIRTIO_MMIO)) {
            return;
        }
        // Where there is PCI Express, only a guest that has the old transport already keeps to it.
        if (hasExpressRoot(devices) && !usesMmio(devices)) {
            return;
        }
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().isEmpty() && VirtioDevices.isPrimed(device, false)) {
                devices.move(device, new Address.VirtioMmio());
            }
        }
    }

    private static boolean isBoard(Machine machine) {
        boolean arm =
                machine.arch().equals("armv6l")
                        || machine.arch().equals("armv7l")
                        || machine.arch().equals("aarch64");
        return arm && (machine.name().startsWith("vexpress-") || machine.is(MachineFamily.ARM_VIRT))
                || machine.is(MachineFamily.RISCV_VIRT);
    }

    private static boolean hasExpressRoot(DeviceTable devices) {
        return devices.controller(Controller.Type.PCI, 0)
                .filter(c -> c.is(ControllerModel.PCI_PCIE_ROOT))
                .isPresent();
    }

    private static boolean usesMmio(DeviceTable devices) {
        for (GuestDevice device : devices.guestDevices()) {
            if (device.info().address().orElse(null) instanceof Address.VirtioMmio) {
                return true;
            }
        }
        return false;
    }
}
