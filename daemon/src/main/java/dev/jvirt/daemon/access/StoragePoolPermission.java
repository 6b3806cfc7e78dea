package dev.jvirt.daemon.access;

/// What one may be allowed to do with storage pools.
public enum StoragePoolPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    SAVE,
    DELETE,
    START,
    STOP,
    REFRESH,
    SEARCH_STORAGE_VOLS,
    FORMAT;

    @Override
    public ObjectType object() {
        return ObjectType.STORAGE_POOL;
    }
}
