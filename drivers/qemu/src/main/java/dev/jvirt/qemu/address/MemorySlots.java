package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Memory;
import dev.jvirt.documents.domain.MemoryDevice;
import java.util.BitSet;
import java.util.OptionalLong;

/// Slots of memory modules.
final class MemorySlots {
    private MemorySlots() {}

    static void assign(DeviceTable devices, Memory memory) {
        if (memory.slots() == 0) {
            return;
        }
        var taken = new BitSet();
        for (MemoryDevice device : devices.of(MemoryDevice.class)) {
            if (device.info().address().orElse(null) instanceof Address.Dimm dimm) {
                taken.set(dimm.slot());
            }
        }
        for (MemoryDevice device : devices.of(MemoryDevice.class)) {
            if (isModule(device) && device.info().address().isEmpty()) {
                int slot = taken.nextClearBit(0);
                if (slot >= memory.slots()) {
                    throw new LibvirtException(
                            INTERNAL_ERROR, "failed to find an empty memory slot");
                }
                taken.set(slot);
                devices.move(device, new Address.Dimm(slot, OptionalLong.empty()));
            }
        }
    }

    private static boolean isModule(MemoryDevice device) {
        return switch (device.model()) {
            case DIMM, NVDIMM -> true;
            case VIRTIO_PMEM, VIRTIO_MEM, SGX_EPC -> false;
        };
    }
}
