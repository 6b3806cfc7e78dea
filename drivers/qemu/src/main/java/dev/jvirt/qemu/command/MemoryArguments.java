package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.json.JsonObject;

import java.util.Optional;

/// `-m` and the memory a machine starts with.
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
        defaultRamId(scope).ifPresent(id -> out.object(backend(id, initial)));
    }

    private static JsonObject backend(String id, long size) {
        return JsonObject.builder()
                .put("qom-type", "memory-backend-ram")
                .put("id", id)
                .put("size", size << 10)
                .build();
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

    /// The name under which the machine looks for its memory; absent if it makes its own.
    static Optional<String> defaultRamId(DomainScope scope) {
        boolean numa = scope.definition().cpu().flatMap(Cpu::numa).isPresent();
        return numa
                ? Optional.empty()
                : scope.capabilities()
                        .machine(scope.accelerator(), scope.machine())
                        .flatMap(MachineType::defaultRamId);
    }
}
