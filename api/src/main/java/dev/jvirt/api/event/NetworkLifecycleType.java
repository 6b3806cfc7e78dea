package dev.jvirt.api.event;

/// What happened to a network (`virNetworkEventLifecycleType`).
public enum NetworkLifecycleType {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_NETWORK_EVENT_DEFINED` (0), since 1.2.1.
    DEFINED(0),
    /// `VIR_NETWORK_EVENT_UNDEFINED` (1), since 1.2.1.
    UNDEFINED(1),
    /// `VIR_NETWORK_EVENT_STARTED` (2), since 1.2.1.
    STARTED(2),
    /// `VIR_NETWORK_EVENT_STOPPED` (3), since 1.2.1.
    STOPPED(3);

    private final int code;

    NetworkLifecycleType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static NetworkLifecycleType of(int code) {
        for (NetworkLifecycleType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
