package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How a storage volume is created (`virStorageVolCreateFlags`).
public enum StorageVolumeCreateFlag implements Flag {
    /// `VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA`, since 1.0.1.
    PREALLOC_METADATA(1 << 0),
    /// `VIR_STORAGE_VOL_CREATE_REFLINK`, since 1.2.13.
    REFLINK(1 << 1),
    /// `VIR_STORAGE_VOL_CREATE_VALIDATE`, since 8.10.0.
    VALIDATE(1 << 2);

    private final int bit;

    StorageVolumeCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
