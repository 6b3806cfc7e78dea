package dev.jvirt.api.event;

/// What happened to a tray (`virDomainEventTrayChangeReason`).
public enum TrayChangeReason {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN` (0), since 0.9.11.
    OPEN(0),
    /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE` (1), since 0.9.11.
    CLOSE(1);

    private final int code;

    TrayChangeReason(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static TrayChangeReason of(int code) {
        for (TrayChangeReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
