package dev.jvirt.api.event;

/// What happened to a secret (`virSecretEventLifecycleType`).
public enum SecretLifecycleType {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_SECRET_EVENT_DEFINED` (0), since 3.0.0.
    DEFINED(0),
    /// `VIR_SECRET_EVENT_UNDEFINED` (1), since 3.0.0.
    UNDEFINED(1);

    private final int code;

    SecretLifecycleType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static SecretLifecycleType of(int code) {
        for (SecretLifecycleType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
