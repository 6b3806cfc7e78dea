package dev.jvirt.api.domain;

/// Why a domain is running (`virDomainRunningReason`).
public enum RunningReason implements DomainStateReason {
    /// `VIR_DOMAIN_RUNNING_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0),
    /// `VIR_DOMAIN_RUNNING_BOOTED` (1), since 0.9.2.
    BOOTED(1),
    /// `VIR_DOMAIN_RUNNING_MIGRATED` (2), since 0.9.2.
    MIGRATED(2),
    /// `VIR_DOMAIN_RUNNING_RESTORED` (3), since 0.9.2.
    RESTORED(3),
    /// `VIR_DOMAIN_RUNNING_FROM_SNAPSHOT` (4), since 0.9.2.
    FROM_SNAPSHOT(4),
    /// `VIR_DOMAIN_RUNNING_UNPAUSED` (5), since 0.9.2.
    UNPAUSED(5),
    /// `VIR_DOMAIN_RUNNING_MIGRATION_CANCELED` (6), since 0.9.2.
    MIGRATION_CANCELED(6),
    /// `VIR_DOMAIN_RUNNING_SAVE_CANCELED` (7), since 0.9.2.
    SAVE_CANCELED(7),
    /// `VIR_DOMAIN_RUNNING_WAKEUP` (8), since 0.9.11.
    WAKEUP(8),
    /// `VIR_DOMAIN_RUNNING_CRASHED` (9), since 1.1.1.
    CRASHED(9),
    /// `VIR_DOMAIN_RUNNING_POSTCOPY` (10), since 1.3.3.
    POSTCOPY(10),
    /// `VIR_DOMAIN_RUNNING_POSTCOPY_FAILED` (11), since 8.5.0.
    POSTCOPY_FAILED(11);

    private final int code;

    RunningReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static RunningReason of(int code) {
        for (RunningReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
