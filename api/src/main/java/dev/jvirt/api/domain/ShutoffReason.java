package dev.jvirt.api.domain;

/// Why a domain is shut off (`virDomainShutoffReason`).
public enum ShutoffReason implements DomainStateReason {
    /// `VIR_DOMAIN_SHUTOFF_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0),
    /// `VIR_DOMAIN_SHUTOFF_SHUTDOWN` (1), since 0.9.2.
    SHUTDOWN(1),
    /// `VIR_DOMAIN_SHUTOFF_DESTROYED` (2), since 0.9.2.
    DESTROYED(2),
    /// `VIR_DOMAIN_SHUTOFF_CRASHED` (3), since 0.9.2.
    CRASHED(3),
    /// `VIR_DOMAIN_SHUTOFF_MIGRATED` (4), since 0.9.2.
    MIGRATED(4),
    /// `VIR_DOMAIN_SHUTOFF_SAVED` (5), since 0.9.2.
    SAVED(5),
    /// `VIR_DOMAIN_SHUTOFF_FAILED` (6), since 0.9.2.
    FAILED(6),
    /// `VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT` (7), since 0.9.2.
    FROM_SNAPSHOT(7),
    /// `VIR_DOMAIN_SHUTOFF_DAEMON` (8), since 4.10.0.
    DAEMON(8);

    private final int code;

    ShutoffReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static ShutoffReason of(int code) {
        for (ShutoffReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
