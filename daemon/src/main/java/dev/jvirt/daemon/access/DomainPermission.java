package dev.jvirt.daemon.access;

/// What one may be allowed to do with domains.
public enum DomainPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    READ_SECURE,
    START,
    STOP,
    RESET,
    SAVE,
    DELETE,
    MIGRATE,
    CHECKPOINT,
    SNAPSHOT,
    SUSPEND,
    HIBERNATE,
    CORE_DUMP,
    PM_CONTROL,
    INIT_CONTROL,
    INJECT_NMI,
    SEND_INPUT,
    SEND_SIGNAL,
    FS_TRIM,
    FS_FREEZE,
    BLOCK_READ,
    BLOCK_WRITE,
    MEM_READ,
    OPEN_GRAPHICS,
    OPEN_DEVICE,
    SCREENSHOT,
    OPEN_NAMESPACE,
    SET_TIME,
    SET_PASSWORD;

    @Override
    public ObjectType object() {
        return ObjectType.DOMAIN;
    }
}
