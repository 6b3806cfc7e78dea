package dev.jvirt.api.storage;

/// What a storage volume is for the host (`virStorageVolType`).
public enum StorageVolumeType {
    /// `VIR_STORAGE_VOL_FILE` (0), since 0.4.1.
    FILE(0),
    /// `VIR_STORAGE_VOL_BLOCK` (1), since 0.4.1.
    BLOCK(1),
    /// `VIR_STORAGE_VOL_DIR` (2), since 0.9.5.
    DIR(2),
    /// `VIR_STORAGE_VOL_NETWORK` (3), since 0.9.13.
    NETWORK(3),
    /// `VIR_STORAGE_VOL_NETDIR` (4), since 1.2.0.
    NETDIR(4),
    /// `VIR_STORAGE_VOL_PLOOP` (5), since 1.3.4.
    PLOOP(5);

    private final int code;

    StorageVolumeType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#FILE] if a newer peer sends one that is not
    /// known here.
    public static StorageVolumeType of(int code) {
        for (StorageVolumeType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return FILE;
    }
}
