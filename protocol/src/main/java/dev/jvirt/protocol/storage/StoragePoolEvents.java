package dev.jvirt.protocol.storage;

import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;

/// What happens to storage pools.
@Wire(Program.REMOTE)
public interface StoragePoolEvents {
    /// A storage pool was defined, started, stopped, ...
    @Event(number = 370)
    record StoragePoolEventLifecycle(
            int callbackId, RemoteStoragePool pool, int event, int detail) {}

    /// The volumes of a storage pool were read again.
    @Event(number = 373)
    record StoragePoolEventRefresh(int callbackId, RemoteStoragePool pool) {}
}
