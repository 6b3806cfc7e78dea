package org.libvirt;

import org.jspecify.annotations.Nullable;

/// A summary of a storage pool (`virStoragePoolInfo`).
public class StoragePoolInfo {
    /// The states of a storage pool (`virStoragePoolState`).
    public enum StoragePoolState {
        VIR_STORAGE_POOL_INACTIVE,
        VIR_STORAGE_POOL_BUILDING,
        VIR_STORAGE_POOL_RUNNING,
        VIR_STORAGE_POOL_DEGRADED
    }

    /// What it is doing; null for a state that has no constant here.
    public @Nullable StoragePoolState state;

    /// Its size in bytes.
    public long capacity;

    /// The bytes that its volumes occupy.
    public long allocation;

    /// The bytes that are left.
    public long available;

    StoragePoolInfo(dev.jvirt.api.storage.StoragePoolInfo info) {
        this.state = Numbers.orNull(StoragePoolState.values(), info.state().code());
        this.capacity = info.capacity();
        this.allocation = info.allocation();
        this.available = info.available();
    }

    @Override
    public String toString() {
        return "state:%s\ncapacity:%d\nallocation:%d\navailable:%d\n"
                .formatted(state, capacity, allocation, available);
    }
}
