package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// What counts as the allocation of a storage volume (`virStorageVolInfoFlags`): what its data
/// occupy without any.
public enum StorageVolumeInfoFlag implements Flag {
    /// `VIR_STORAGE_VOL_GET_PHYSICAL`, since 3.0.0.
    PHYSICAL(1 << 0);

    private final int bit;

    StorageVolumeInfoFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
