package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How the resources of a storage pool are deleted (`virStoragePoolDeleteFlags`): only their
/// metadata without any.
public enum StoragePoolDeleteFlag implements Flag {
    /// `VIR_STORAGE_POOL_DELETE_ZEROED`, since 0.4.1.
    ZEROED(1 << 0);

    private final int bit;

    StoragePoolDeleteFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
