package dev.jvirt.virsh.storage;

import dev.jvirt.api.StoragePool;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolLifecycleType;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.EventCommand;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `pool-event`.
record PoolEvents(Hypervisor hypervisor) {
    Command event() {
        return new EventCommand(hypervisor, List.of("lifecycle", "refresh"))
                .of(
                        "pool-event",
                        "wait for events of pools",
                        Option.string("pool", "only of this pool: name or uuid")
                                .completedBy(new NamedPools(hypervisor).names()),
                        this::subscribe);
    }

    private Subscription subscribe(int kind, Words words, Consumer<String> printer) {
        Optional<StoragePool> pool =
                words.has("pool")
                        ? Optional.of(new NamedPools(hypervisor).find(words))
                        : Optional.empty();
        Class<? extends StoragePoolEvent> type =
                kind == 0 ? StoragePoolEvent.Lifecycle.class : StoragePoolEvent.Refresh.class;
        return hypervisor
                .connection()
                .events()
                .onStoragePool(type, pool, event -> printer.accept(text(event)));
    }

    private static String text(StoragePoolEvent event) {
        String name = event.pool().name();
        return switch (event) {
            case StoragePoolEvent.Lifecycle lifecycle ->
                    "event 'lifecycle' for storage pool " + name + ": " + text(lifecycle.type());
            case StoragePoolEvent.Refresh _ -> "event 'refresh' for storage pool " + name;
        };
    }

    private static String text(StoragePoolLifecycleType type) {
        return switch (type) {
            case DEFINED -> "Defined";
            case UNDEFINED -> "Undefined";
            case STARTED -> "Started";
            case STOPPED -> "Stopped";
            case CREATED -> "Created";
            case DELETED -> "Deleted";
            case UNKNOWN -> "unknown";
        };
    }
}
