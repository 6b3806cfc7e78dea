package dev.jvirt.api.event;

import java.util.Optional;

/// The kinds of events a secret reports (`virSecretEventID`).
public enum SecretEventId {
    /// `VIR_SECRET_EVENT_ID_LIFECYCLE` (0), since 3.0.0.
    LIFECYCLE(0, SecretEvent.Lifecycle.class),
    /// `VIR_SECRET_EVENT_ID_VALUE_CHANGED` (1), since 3.0.0.
    VALUE_CHANGED(1, SecretEvent.ValueChanged.class);

    private final int code;
    private final Class<? extends SecretEvent> type;

    SecretEventId(int code, Class<? extends SecretEvent> type) {
        this.code = code;
        this.type = type;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// What tells of such an event.
    public Class<? extends SecretEvent> type() {
        return type;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<SecretEventId> of(int code) {
        for (SecretEventId value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The constant of the events of that type.
    ///
    /// @throws IllegalArgumentException if it is no single kind of event
    public static SecretEventId of(Class<? extends SecretEvent> type) {
        for (SecretEventId value : values()) {
            if (value.type == type) {
                return value;
            }
        }
        throw new IllegalArgumentException(type + " is no single kind of event");
    }
}
