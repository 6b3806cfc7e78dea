package dev.jvirt.daemon.access;

/// What one may be allowed to do with storage volumes.
public enum StorageVolumePermission implements Permission {
    GETATTR,
    READ,
    CREATE,
    DELETE,
    FORMAT,
    RESIZE,
    DATA_READ,
    DATA_WRITE;

    @Override
    public ObjectType object() {
        return ObjectType.STORAGE_VOL;
    }
}
