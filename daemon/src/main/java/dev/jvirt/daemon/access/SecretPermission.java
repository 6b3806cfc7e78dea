package dev.jvirt.daemon.access;

/// What one may be allowed to do with secrets.
public enum SecretPermission implements Permission {
    GETATTR,
    READ,
    WRITE,
    READ_SECURE,
    SAVE,
    DELETE;

    @Override
    public ObjectType object() {
        return ObjectType.SECRET;
    }
}
