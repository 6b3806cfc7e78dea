package dev.jvirt.daemon.access;

/// What one may be allowed to do with the bindings of network filters.
public enum NwfilterBindingPermission implements Permission {
    GETATTR,
    READ,
    CREATE,
    DELETE;

    @Override
    public ObjectType object() {
        return ObjectType.NWFILTER_BINDING;
    }
}
