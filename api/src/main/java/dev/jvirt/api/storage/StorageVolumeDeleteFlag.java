package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How a storage volume is deleted (`virStorageVolDeleteFlags`): only its metadata without any.
public enum StorageVolumeDeleteFlag implements Flag {
    /// `VIR_STORAGE_VOL_DELETE_ZEROED`, since 0.4.1.
    ZEROED(1 << 0),
    /// `VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS`, since 1.2.21.
    WITH_SNAPSHOTS(1 << 1);

    private final int bit;

    StorageVolumeDeleteFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
