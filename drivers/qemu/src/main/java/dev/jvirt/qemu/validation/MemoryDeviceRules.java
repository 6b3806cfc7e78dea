package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Memory devices that QEMU has.
final class MemoryDeviceRules {
    private MemoryDeviceRules() {}

    static void check(MemoryDevice memory, Machine machine) {
        switch (memory.model()) {
            case DIMM -> require(machine, QemuFlag.PC_DIMM, "memory hotplug");
            case NVDIMM -> {
                require(machine, QemuFlag.NVDIMM, "nvdimm");
                unsupportedWhen(
                        memory.target().readOnly() && !machine.has(QemuFlag.NVDIMM_UNARMED),
                        "nvdimm readonly property is not available with this QEMU binary");
            }
            case VIRTIO_PMEM -> require(machine, QemuFlag.VIRTIO_PMEM_PCI, "virtio-pmem");
            case VIRTIO_MEM -> require(machine, QemuFlag.VIRTIO_MEM_PCI, "virtio-mem");
            case SGX_EPC -> require(machine, QemuFlag.SGX_EPC, "sgx epc");
        }
    }

    private static void require(Machine machine, QemuFlag flag, String what) {
        unsupportedWhen(
                !machine.has(flag), "%s isn't supported by this QEMU binary".formatted(what));
    }

    static void check(SharedMemory memory, Machine machine) {
        switch (memory.model()) {
            case IVSHMEM ->
                    unsupportedWhen(
                            !machine.has(QemuFlag.IVSHMEM),
                            "ivshmem device is not supported with this QEMU binary");
            case IVSHMEM_PLAIN ->
                    unsupportedWhen(!machine.has(QemuFlag.IVSHMEM_PLAIN), unsupported(memory));
            case IVSHMEM_DOORBELL ->
                    unsupportedWhen(!machine.has(QemuFlag.IVSHMEM_DOORBELL), unsupported(memory));
        }
    }

    private static String unsupported(SharedMemory memory) {
        return "shmem model '%s' is not supported by this QEMU binary"
                .formatted(memory.model().word());
    }
}
