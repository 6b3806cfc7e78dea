package dev.jvirt.daemon.access;

/// What one may be allowed to do with the ports of networks.
public enum NetworkPortPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    CREATE,
    DELETE;

    @Override
    public ObjectType object() {
        return ObjectType.NETWORK_PORT;
    }
}
