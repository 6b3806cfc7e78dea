package dev.jvirt.api.event;

import java.util.Optional;

/// The kinds of events a storage pool reports (`virStoragePoolEventID`).
public enum StoragePoolEventId {
    /// `VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE` (0), since 2.0.0.
    LIFECYCLE(0, StoragePoolEvent.Lifecycle.class),
    /// `VIR_STORAGE_POOL_EVENT_ID_REFRESH` (1), since 2.0.0.
    REFRESH(1, StoragePoolEvent.Refresh.class);

    private final int code;
    private final Class<? extends StoragePoolEvent> type;

    StoragePoolEventId(int code, Class<? extends StoragePoolEvent> type) {
        this.code = code;
        this.type = type;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// What tells of such an event.
    public Class<? extends StoragePoolEvent> type() {
        return type;
    }

    /// The constant with libvirt's number `code`; empty if it is not known here.
    public static Optional<StoragePoolEventId> of(int code) {
        for (StoragePoolEventId value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The constant of the events of that type.
    ///
    /// @throws IllegalArgumentException if it is no single kind of event
    public static StoragePoolEventId of(Class<? extends StoragePoolEvent> type) {
        for (StoragePoolEventId value : values()) {
            if (value.type == type) {
                return value;
            }
        }
        throw new IllegalArgumentException(type + " is no single kind of event");
    }
}
