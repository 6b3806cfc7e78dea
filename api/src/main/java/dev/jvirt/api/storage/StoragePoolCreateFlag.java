package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// What happens before a storage pool starts (`virStoragePoolCreateFlags`); nothing without any.
public enum StoragePoolCreateFlag implements Flag {
    /// `VIR_STORAGE_POOL_CREATE_WITH_BUILD`, since 1.3.1.
    WITH_BUILD(1 << 0),
    /// `VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE`, since 1.3.1.
    WITH_BUILD_OVERWRITE(1 << 1),
    /// `VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE`, since 1.3.1.
    WITH_BUILD_NO_OVERWRITE(1 << 2);

    private final int bit;

    StoragePoolCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
