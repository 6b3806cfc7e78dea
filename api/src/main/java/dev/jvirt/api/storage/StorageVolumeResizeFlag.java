package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How the capacity of a storage volume changes (`virStorageVolResizeFlags`).
public enum StorageVolumeResizeFlag implements Flag {
    /// `VIR_STORAGE_VOL_RESIZE_ALLOCATE`, since 0.9.10.
    ALLOCATE(1 << 0),
    /// `VIR_STORAGE_VOL_RESIZE_DELTA`, since 0.9.10.
    DELTA(1 << 1),
    /// `VIR_STORAGE_VOL_RESIZE_SHRINK`, since 0.9.10.
    SHRINK(1 << 2);

    private final int bit;

    StorageVolumeResizeFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
