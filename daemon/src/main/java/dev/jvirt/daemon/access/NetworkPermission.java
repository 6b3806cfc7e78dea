package dev.jvirt.daemon.access;

/// What one may be allowed to do with networks.
public enum NetworkPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    SAVE,
    DELETE,
    START,
    STOP,
    SEARCH_PORTS;

    @Override
    public ObjectType object() {
        return ObjectType.NETWORK;
    }
}
