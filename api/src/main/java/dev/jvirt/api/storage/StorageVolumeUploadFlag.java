package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How bytes are sent to a storage volume (`virStorageVolUploadFlags`).
public enum StorageVolumeUploadFlag implements Flag {
    /// `VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM`, since 3.4.0.
    SPARSE_STREAM(1 << 0);

    private final int bit;

    StorageVolumeUploadFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
