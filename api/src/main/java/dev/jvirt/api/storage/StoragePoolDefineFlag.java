package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How a storage pool is defined (`virStoragePoolDefineFlags`).
public enum StoragePoolDefineFlag implements Flag {
    /// `VIR_STORAGE_POOL_DEFINE_VALIDATE`, since 7.7.0.
    VALIDATE(1 << 0);

    private final int bit;

    StoragePoolDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
