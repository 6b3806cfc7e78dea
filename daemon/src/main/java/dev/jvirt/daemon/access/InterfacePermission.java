package dev.jvirt.daemon.access;

/// What one may be allowed to do with the network interfaces of the host.
public enum InterfacePermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    SAVE,
    DELETE,
    START,
    STOP;

    @Override
    public ObjectType object() {
        return ObjectType.INTERFACE;
    }
}
