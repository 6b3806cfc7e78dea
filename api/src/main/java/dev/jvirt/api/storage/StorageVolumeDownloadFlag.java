package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// How bytes of a storage volume are fetched (`virStorageVolDownloadFlags`).
public enum StorageVolumeDownloadFlag implements Flag {
    /// `VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM`, since 3.4.0.
    SPARSE_STREAM(1 << 0);

    private final int bit;

    StorageVolumeDownloadFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
