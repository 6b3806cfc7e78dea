package dev.jvirt.api.event;

/// What becomes of a guest whose disk failed (`virDomainEventIOErrorAction`).
public enum IoErrorAction {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_IO_ERROR_NONE` (0), since 0.8.0.
    NONE(0),
    /// `VIR_DOMAIN_EVENT_IO_ERROR_PAUSE` (1), since 0.8.0.
    PAUSE(1),
    /// `VIR_DOMAIN_EVENT_IO_ERROR_REPORT` (2), since 0.8.0.
    REPORT(2);

    private final int code;

    IoErrorAction(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static IoErrorAction of(int code) {
        for (IoErrorAction value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
