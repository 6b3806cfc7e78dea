package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.MemoryBacking;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.documents.domain.VirtioOptions;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// `-m`, the memory a machine starts with, and modules that are plugged in.
final class MemoryArguments {
    private MemoryArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var memory = scope.definition().memory();
        long initial = initial(scope);
        if (memory.hasHotplug()) {
            out.add(
                    "-m",
                    "size=%dk,slots=%d,maxmem=%dk"
                            .formatted(initial, memory.slots(), memory.max()));
        } else {
            out.add("-m", Long.toString(initial >> 10));
        }
        if (hasNodes(scope)) {
            return;
        }
        var id = defaultRamId(scope);
        if (id.isPresent()) {
            new MemoryBackend(scope, MemoryPiece.ofMachine(id.get(), initial)).add(out);
        } else {
            addGlobalBacking(scope, out);
        }
    }

    /// Where all memory comes from, for machines that make it themselves.
    static void addGlobalBacking(DomainScope scope, Arguments out) {
        var backing = scope.definition().memory().backing();
        var huge = hugePages(scope, backing);
        if (huge.isPresent() || NumaArguments.isFilled(backing)) {
            out.add("-mem-prealloc");
        }
        var folders = scope.context().folders();
        huge.ifPresent(mount -> out.add("-mem-path", folders.hugePages(mount.path())));
        boolean file = backing.source().filter(s -> s == MemoryBacking.Source.FILE).isPresent();
        if (huge.isEmpty() && file) {
            out.add("-mem-path", folders.memory() + "/ram");
        }
    }

    private static Optional<HostMemory.HugePageMount> hugePages(
            DomainScope scope, MemoryBacking backing) {
        if (backing.hugePages().isEmpty()) {
            return Optional.empty();
        }
        var host = scope.context().memory();
        List<MemoryBacking.HugePage> pages = backing.hugePages().get();
        return pages.isEmpty() || pages.getFirst().size() == 0
                ? host.defaultMount()
                : host.mount(pages.getFirst().size());
    }

    static void addOvercommit(DomainScope scope, Arguments out) {
        boolean locked = scope.definition().memory().backing().locked();
        out.add("-overcommit", locked ? "mem-lock=on" : "mem-lock=off");
    }

    /// The memory in KiB without the modules that are plugged in.
    static long initial(DomainScope scope) {
        long size = scope.definition().memory().total();
        for (MemoryDevice device : scope.definition().devices().of(MemoryDevice.class)) {
            size -= device.target().size();
        }
        return size;
    }

    private static boolean hasNodes(DomainScope scope) {
        return scope.definition().cpu().flatMap(Cpu::numa).isPresent();
    }

    /// The name under which the machine looks for its memory; absent if it makes its own.
    static Optional<String> defaultRamId(DomainScope scope) {
        return hasNodes(scope)
                ? Optional.empty()
                : scope.capabilities()
                        .machine(scope.accelerator(), scope.machine())
                        .flatMap(MachineType::defaultRamId);
    }

    static void addModules(DomainScope scope, Arguments out) {
        for (MemoryDevice module : scope.definition().devices().of(MemoryDevice.class)) {
            new MemoryBackend(scope, MemoryPiece.ofModule(module)).add(out);
            device(scope, module).ifPresent(out::device);
        }
    }

    /// The module itself; nothing for memory of enclaves, which the machine plugs in.
    static Optional<JsonObject.Builder> device(DomainScope scope, MemoryDevice module) {
        if (module.model() == MemoryDevice.Model.SGX_EPC) {
            return Optional.empty();
        }
        String alias = DomainScope.alias(module);
        var target = module.target();
        var out = VirtioDevices.begin(driver(module), VirtioOptions.NONE);
        out.putNumber("node", target.node());
        target.label().ifPresent(size -> out.put("label-size", size << 10));
        target.block().ifPresent(size -> out.put("block-size", size << 10));
        if (module.model() == MemoryDevice.Model.VIRTIO_MEM) {
            out.put("requested-size", target.requested() << 10);
        }
        module.uuid().ifPresent(uuid -> out.put("uuid", uuid.toString()));
        out.putTrue("unarmed", target.readOnly());
        out.put("memdev", "mem" + alias);
        boolean filled =
                module.model() == MemoryDevice.Model.VIRTIO_MEM
                        && scope.has(QemuFlag.VIRTIO_MEM_PCI_PREALLOC)
                        && isFilled(scope, module);
        out.putTrue("prealloc", filled);
        out.put("id", alias);
        DeviceAddresses.add(scope, module.info(), out);
        return Optional.of(out);
    }

    private static boolean isFilled(DomainScope scope, MemoryDevice module) {
        var backing = scope.definition().memory().backing();
        long ordinary = scope.context().memory().pageSize();
        return NumaArguments.isFilled(backing)
                || module.source().pageSize().orElse(ordinary) != ordinary;
    }

    private static String driver(MemoryDevice module) {
        return switch (module.model()) {
            case DIMM, SGX_EPC -> "pc-dimm";
            case NVDIMM -> "nvdimm";
            case VIRTIO_PMEM ->
                    VirtioDevices.driver(
                            "virtio-pmem", module.info(), Optional.of(VirtioModel.VIRTIO));
            case VIRTIO_MEM ->
                    VirtioDevices.driver(
                            "virtio-mem", module.info(), Optional.of(VirtioModel.VIRTIO));
        };
    }
}
