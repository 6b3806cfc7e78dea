package dev.jvirt.api.event;

import java.util.Optional;

/// The kinds of events a network reports (`virNetworkEventID`).
public enum NetworkEventId {
    /// `VIR_NETWORK_EVENT_ID_LIFECYCLE` (0), since 1.2.1.
    LIFECYCLE(0, NetworkEvent.Lifecycle.class),
    /// `VIR_NETWORK_EVENT_ID_METADATA_CHANGE` (1), since 9.8.0.
    METADATA_CHANGE(1, NetworkEvent.MetadataChange.class);

    private final int code;
    private final Class<? extends NetworkEvent> type;

    NetworkEventId(int code, Class<? extends NetworkEvent> type) {
        this.code = code;
        this.type = type;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// What tells of such an event.
    public Class<? extends NetworkEvent> type() {
        return type;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<NetworkEventId> of(int code) {
        for (NetworkEventId value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The constant of the events of that type.
    ///
    /// @throws IllegalArgumentException if it is no single kind of event
    public static NetworkEventId of(Class<? extends NetworkEvent> type) {
        for (NetworkEventId value : values()) {
            if (value.type == type) {
                return value;
            }
        }
        throw new IllegalArgumentException(type + " is no single kind of event");
    }
}
