package dev.jvirt.api.event;

/// What happened to a device of a host (`virNodeDeviceEventLifecycleType`).
public enum NodeDeviceLifecycleType {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_NODE_DEVICE_EVENT_CREATED` (0), since 2.2.0.
    CREATED(0),
    /// `VIR_NODE_DEVICE_EVENT_DELETED` (1), since 2.2.0.
    DELETED(1),
    /// `VIR_NODE_DEVICE_EVENT_DEFINED` (2), since 7.3.0.
    DEFINED(2),
    /// `VIR_NODE_DEVICE_EVENT_UNDEFINED` (3), since 7.3.0.
    UNDEFINED(3);

    private final int code;

    NodeDeviceLifecycleType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static NodeDeviceLifecycleType of(int code) {
        for (NodeDeviceLifecycleType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
