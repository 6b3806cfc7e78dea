package dev.jvirt.daemon.access;

/// What one may be allowed to do with the devices of the host.
public enum NodeDevicePermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    START,
    STOP,
    DETACH,
    SAVE,
    DELETE;

    @Override
    public ObjectType object() {
        return ObjectType.NODE_DEVICE;
    }
}
