package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.qemu.capabilities.Architectures;

/// Memory modules and the room for them.
final class HotplugMemoryRules {
    private HotplugMemoryRules() {}

    static void check(Machine machine) {
        var definition = machine.definition();
        var memory = definition.memory();
        var modules = definition.devices().of(MemoryDevice.class);
        long plugged = 0;
        int count = modules.size();
        for (MemoryDevice module : modules) {
            plugged += module.target().size();
        }
        if (!memory.hasHotplug()) {
            unsupportedWhen(
                    count > 0,
                    "cannot use/hotplug a memory device when domain 'maxMemory' is not defined");
            return;
        }
        unsupportedWhen(
                !Architectures.isPpc64(machine.arch())
                        && definition.cpu().flatMap(Cpu::numa).isEmpty(),
                "At least one numa node has to be configured when enabling memory hotplug");
        unsupportedWhen(
                count > memory.slots(),
                "memory device count '%d' exceeds slots count '%d'"
                        .formatted(count, memory.slots()));
        for (MemoryDevice module : modules) {
            check(module, machine);
        }
        long initial = memory.total() - plugged;
        unsupportedWhen(
                plugged > memory.max() - initial, "memory device total size exceeds hotplug space");
    }

    private static void check(MemoryDevice module, Machine machine) {
        switch (module.model()) {
            case DIMM, NVDIMM -> checkModule(module, machine);
            case VIRTIO_PMEM ->
                    unsupportedWhen(
                            isElsewhere(module),
                            "only 'pci' addresses are supported for the virtio-pmem device");
            case VIRTIO_MEM ->
                    unsupportedWhen(
                            isElsewhere(module),
                            "only 'pci' addresses are supported for the %s device"
                                    .formatted(module.model().word()));
            case SGX_EPC -> {}
        }
        boolean nodes = machine.definition().cpu().flatMap(Cpu::numa).isPresent();
        boolean choosesNode =
                switch (module.model()) {
                    case DIMM, NVDIMM, VIRTIO_MEM -> true;
                    case VIRTIO_PMEM, SGX_EPC -> false;
                };
        unsupportedWhen(
                choosesNode && nodes && module.target().node().isEmpty(),
                "target NUMA node needs to be specified for memory device");
    }

    private static boolean isElsewhere(MemoryDevice module) {
        return module.info().address().filter(a -> !(a instanceof Address.Pci)).isPresent();
    }

    private static void checkModule(MemoryDevice module, Machine machine) {
        var address = module.info().address();
        if (address.isEmpty()) {
            return;
        }
        if (!(address.get() instanceof Address.Dimm dimm)) {
            unsupportedWhen(true, "only 'dimm' addresses are supported for the pc-dimm device");
            return;
        }
        int slots = machine.definition().memory().slots();
        unsupportedWhen(
                dimm.slot() >= slots,
                "memory device slot '%d' exceeds slots count '%d'".formatted(dimm.slot(), slots));
        for (MemoryDevice other : machine.definition().devices().of(MemoryDevice.class)) {
            if (!other.equals(module)
                    && other.info().address().orElse(null) instanceof Address.Dimm place) {
                unsupportedWhen(
                        place.slot() == dimm.slot(),
                        "memory device slot '%d' is already being used by another memory device"
                                .formatted(dimm.slot()));
                unsupportedWhen(
                        dimm.base().orElse(0) != 0 && dimm.base().equals(place.base()),
                        "memory device base '0x%x' is already being used by another memory device"
                                .formatted(dimm.base().orElse(0)));
            }
        }
    }
}
