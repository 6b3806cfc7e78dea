package dev.jvirt.api.event;

/// What happened to a storage pool (`virStoragePoolEventLifecycleType`).
public enum StoragePoolLifecycleType {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_STORAGE_POOL_EVENT_DEFINED` (0), since 2.0.0.
    DEFINED(0),
    /// `VIR_STORAGE_POOL_EVENT_UNDEFINED` (1), since 2.0.0.
    UNDEFINED(1),
    /// `VIR_STORAGE_POOL_EVENT_STARTED` (2), since 2.0.0.
    STARTED(2),
    /// `VIR_STORAGE_POOL_EVENT_STOPPED` (3), since 2.0.0.
    STOPPED(3),
    /// `VIR_STORAGE_POOL_EVENT_CREATED` (4), since 3.8.0.
    CREATED(4),
    /// `VIR_STORAGE_POOL_EVENT_DELETED` (5), since 3.8.0.
    DELETED(5);

    private final int code;

    StoragePoolLifecycleType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static StoragePoolLifecycleType of(int code) {
        for (StoragePoolLifecycleType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
