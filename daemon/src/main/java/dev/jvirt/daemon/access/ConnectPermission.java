package dev.jvirt.daemon.access;

/// What one may be allowed to do with the connection itself.
public enum ConnectPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    SEARCH_DOMAINS,
    SEARCH_NETWORKS,
    SEARCH_STORAGE_POOLS,
    SEARCH_NODE_DEVICES,
    SEARCH_INTERFACES,
    SEARCH_SECRETS,
    SEARCH_NWFILTERS,
    SEARCH_NWFILTER_BINDINGS,
    DETECT_STORAGE_POOLS,
    PM_CONTROL,
    INTERFACE_TRANSACTION;

    @Override
    public ObjectType object() {
        return ObjectType.CONNECT;
    }
}
