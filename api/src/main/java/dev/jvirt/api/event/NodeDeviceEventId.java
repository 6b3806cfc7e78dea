package dev.jvirt.api.event;

import java.util.Optional;

/// The kinds of events a device of a host reports (`virNodeDeviceEventID`).
public enum NodeDeviceEventId {
    /// `VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE` (0), since 2.2.0.
    LIFECYCLE(0, NodeDeviceEvent.Lifecycle.class),
    /// `VIR_NODE_DEVICE_EVENT_ID_UPDATE` (1), since 2.2.0.
    UPDATE(1, NodeDeviceEvent.Update.class);

    private final int code;
    private final Class<? extends NodeDeviceEvent> type;

    NodeDeviceEventId(int code, Class<? extends NodeDeviceEvent> type) {
        this.code = code;
        this.type = type;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// What tells of such an event.
    public Class<? extends NodeDeviceEvent> type() {
        return type;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<NodeDeviceEventId> of(int code) {
        for (NodeDeviceEventId value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The constant of the events of that type.
    ///
    /// @throws IllegalArgumentException if it is no single kind of event
    public static NodeDeviceEventId of(Class<? extends NodeDeviceEvent> type) {
        for (NodeDeviceEventId value : values()) {
            if (value.type == type) {
                return value;
            }
        }
        throw new IllegalArgumentException(type + " is no single kind of event");
    }
}
