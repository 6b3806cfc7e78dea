package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.SharedMemory;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// Memory that several guests share.
record SharedMemoryArguments(DomainScope scope, Arguments out) {
    private static final long MIN_SIZE = 1 << 20;

    void add() {
        for (SharedMemory memory : scope.definition().devices().of(SharedMemory.class)) {
            checkSize(memory);
            switch (memory.model()) {
                case IVSHMEM -> {
                    out.device(legacy(memory));
                    memory.server().ifPresent(server -> addServer(memory, server));
                }
                case IVSHMEM_PLAIN -> addPlain(memory);
                case IVSHMEM_DOORBELL -> {
                    memory.server().ifPresent(server -> addServer(memory, server));
                    out.device(doorbell(memory));
                }
            }
        }
    }

    private static void checkSize(SharedMemory memory) {
        if (memory.size().isEmpty()) {
            return;
        }
        long size = memory.size().getAsLong();
        if (size < MIN_SIZE) {
            throw new LibvirtException(XML_ERROR, "shmem size must be at least 1 MiB (1024 KiB)");
        }
        if (Long.bitCount(size) != 1) {
            throw new LibvirtException(XML_ERROR, "shmem size must be a power of two");
        }
    }

    private void addServer(SharedMemory memory, SharedMemory.Server server) {
        String alias = DomainScope.alias(memory);
        String path =
                server.path()
                        .orElseGet(() -> "/var/lib/libvirt/shmem-%s-sock".formatted(memory.name()));
        var source = new CharSource.Unix(false, Optional.of(path), Optional.empty());
        new CharArguments(scope, out).addHelper("char" + alias, alias, source);
    }

    private JsonObject.Builder legacy(SharedMemory memory) {
        String alias = DomainScope.alias(memory);
        var device = JsonObject.builder().put("driver", "ivshmem").put("id", alias);
        memory.size().ifPresent(size -> device.put("size", (size >> 20) + "m"));
        if (memory.server().isEmpty()) {
            device.put("shm", memory.name());
        } else {
            device.put("chardev", "char" + alias);
            memory.msi()
                    .ifPresent(
                            msi -> {
                                device.put("msi", true);
                                device.putNumber("vectors", msi.vectors());
                                device.putBoolean("ioeventfd", msi.ioEventFd());
                            });
        }
        DeviceAddresses.add(scope, memory.info(), device);
        return device;
    }

    private void addPlain(SharedMemory memory) {
        String alias = DomainScope.alias(memory);
        var backend = JsonObject.builder().put("qom-type", "memory-backend-file");
        backend.put("id", "shmmem-" + alias).put("mem-path", "/dev/shm/" + memory.name());
        backend.putNumber("size", memory.size()).put("share", true);
        out.object(backend.build());
        var device = JsonObject.builder().put("driver", "ivshmem-plain").put("id", alias);
        device.put("memdev", "shmmem-" + alias);
        addRole(memory, device);
        DeviceAddresses.add(scope, memory.info(), device);
        out.device(device);
    }

    private JsonObject.Builder doorbell(SharedMemory memory) {
        String alias = DomainScope.alias(memory);
        var device = JsonObject.builder().put("driver", "ivshmem-doorbell").put("id", alias);
        device.put("chardev", "char" + alias);
        memory.msi()
                .ifPresent(
                        msi -> {
                            device.putNumber("vectors", msi.vectors());
                            device.putBoolean("ioeventfd", msi.ioEventFd());
                        });
        addRole(memory, device);
        DeviceAddresses.add(scope, memory.info(), device);
        return device;
    }

    private static void addRole(SharedMemory memory, JsonObject.Builder device) {
        memory.role().ifPresent(r -> device.put("master", r == SharedMemory.Role.MASTER));
    }
}
