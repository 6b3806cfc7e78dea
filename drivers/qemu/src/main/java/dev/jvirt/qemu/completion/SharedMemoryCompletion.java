package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.SharedMemory;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Size and interrupts of shared memory.
final class SharedMemoryCompletion {
    private static final long DEFAULT_SIZE = 4 << 20;

    private SharedMemoryCompletion() {}

    static SharedMemory fill(SharedMemory given) {
        var memory = given;
        if (memory.model() != SharedMemory.Model.IVSHMEM_DOORBELL && memory.size().isEmpty()) {
            memory = memory.withSize(OptionalLong.of(DEFAULT_SIZE));
        }
        return switch (memory.model()) {
            case IVSHMEM -> memory;
            case IVSHMEM_PLAIN -> {
                refuse(
                        memory.server().isPresent(),
                        "shmem model '%s' is supported only with server option disabled",
                        memory);
                refuse(memory.msi().isPresent(), "shmem model '%s' doesn't support msi", memory);
                yield memory;
            }
            case IVSHMEM_DOORBELL -> {
                refuse(
                        memory.server().isEmpty(),
                        "shmem model '%s' is supported only with server option enabled",
                        memory);
                refuse(
                        memory.size().isPresent(),
                        "shmem model '%s' does not support size setting",
                        memory);
                var msi =
                        memory.msi()
                                .orElse(
                                        new SharedMemory.Msi(
                                                OptionalInt.empty(), Optional.empty()));
                yield memory.withMsi(
                        Optional.of(
                                new SharedMemory.Msi(
                                        msi.vectors(),
                                        msi.ioEventFd().or(() -> Optional.of(true)))));
            }
        };
    }

    private static void refuse(boolean wrong, String message, SharedMemory memory) {
        if (wrong) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, message.formatted(memory.model().word()));
        }
    }
}
