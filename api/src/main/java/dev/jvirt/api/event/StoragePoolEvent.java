package dev.jvirt.api.event;

import dev.jvirt.api.storage.StoragePoolId;

/// Something that happened to a storage pool.
public sealed interface StoragePoolEvent {
    /// The storage pool.
    StoragePoolId pool();

    /// The number of this kind of event.
    default StoragePoolEventId kind() {
        return StoragePoolEventId.of(getClass());
    }

    /// The pool started, stopped, was defined, ... (`VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE`).
    ///
    /// @param detail 0
    /// @since 2.0.0
    record Lifecycle(StoragePoolId pool, StoragePoolLifecycleType type, int detail)
            implements StoragePoolEvent {}

    /// The volumes of the pool were read again (`VIR_STORAGE_POOL_EVENT_ID_REFRESH`).
    ///
    /// @since 2.0.0
    record Refresh(StoragePoolId pool) implements StoragePoolEvent {}
}
