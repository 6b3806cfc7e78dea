package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How a storage pool is built (`virStoragePoolBuildFlags`): from scratch without any.
public enum StoragePoolBuildFlag implements Flag {
    /// `VIR_STORAGE_POOL_BUILD_REPAIR`, since 0.4.1.
    REPAIR(1 << 0),
    /// `VIR_STORAGE_POOL_BUILD_RESIZE`, since 0.4.1.
    RESIZE(1 << 1),
    /// `VIR_STORAGE_POOL_BUILD_NO_OVERWRITE`, since 0.9.5.
    NO_OVERWRITE(1 << 2),
    /// `VIR_STORAGE_POOL_BUILD_OVERWRITE`, since 0.9.5.
    OVERWRITE(1 << 3);

    private final int bit;

    StoragePoolBuildFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
