package dev.jvirt.api.domain;

/// Why a domain is paused (`virDomainPausedReason`).
public enum PausedReason implements DomainStateReason {
    /// `VIR_DOMAIN_PAUSED_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0),
    /// `VIR_DOMAIN_PAUSED_USER` (1), since 0.9.2.
    USER(1),
    /// `VIR_DOMAIN_PAUSED_MIGRATION` (2), since 0.9.2.
    MIGRATION(2),
    /// `VIR_DOMAIN_PAUSED_SAVE` (3), since 0.9.2.
    SAVE(3),
    /// `VIR_DOMAIN_PAUSED_DUMP` (4), since 0.9.2.
    DUMP(4),
    /// `VIR_DOMAIN_PAUSED_IOERROR` (5), since 0.9.2.
    IOERROR(5),
    /// `VIR_DOMAIN_PAUSED_WATCHDOG` (6), since 0.9.2.
    WATCHDOG(6),
    /// `VIR_DOMAIN_PAUSED_FROM_SNAPSHOT` (7), since 0.9.2.
    FROM_SNAPSHOT(7),
    /// `VIR_DOMAIN_PAUSED_SHUTTING_DOWN` (8), since 0.9.5.
    SHUTTING_DOWN(8),
    /// `VIR_DOMAIN_PAUSED_SNAPSHOT` (9), since 1.0.1.
    SNAPSHOT(9),
    /// `VIR_DOMAIN_PAUSED_CRASHED` (10), since 1.1.1.
    CRASHED(10),
    /// `VIR_DOMAIN_PAUSED_STARTING_UP` (11), since 1.2.14.
    STARTING_UP(11),
    /// `VIR_DOMAIN_PAUSED_POSTCOPY` (12), since 1.3.3.
    POSTCOPY(12),
    /// `VIR_DOMAIN_PAUSED_POSTCOPY_FAILED` (13), since 1.3.3.
    POSTCOPY_FAILED(13),
    /// `VIR_DOMAIN_PAUSED_API_ERROR` (14), since 9.2.0.
    API_ERROR(14);

    private final int code;

    PausedReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static PausedReason of(int code) {
        for (PausedReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
