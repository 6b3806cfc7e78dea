package dev.jvirt.daemon.access;

/// What one may be allowed to do with network filters.
public enum NwfilterPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    SAVE,
    DELETE;

    @Override
    public ObjectType object() {
        return ObjectType.NWFILTER;
    }
}
