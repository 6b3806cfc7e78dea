package dev.jvirt.api.storage;

/// The states of a storage pool (`virStoragePoolState`).
public enum StoragePoolState {
    /// `VIR_STORAGE_POOL_INACTIVE` (0), since 0.4.1.
    INACTIVE(0),
    /// `VIR_STORAGE_POOL_BUILDING` (1), since 0.4.1.
    BUILDING(1),
    /// `VIR_STORAGE_POOL_RUNNING` (2), since 0.4.1.
    RUNNING(2),
    /// `VIR_STORAGE_POOL_DEGRADED` (3), since 0.4.1.
    DEGRADED(3),
    /// `VIR_STORAGE_POOL_INACCESSIBLE` (4), since 0.8.2.
    INACCESSIBLE(4);

    private final int code;

    StoragePoolState(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#INACTIVE] if a newer peer sends one that is not
    /// known here.
    public static StoragePoolState of(int code) {
        for (StoragePoolState value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return INACTIVE;
    }
}
