package dev.jvirt.api.event;

/// What becomes of a guest whose watchdog fired (`virDomainEventWatchdogAction`).
public enum WatchdogAction {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_NONE` (0), since 0.8.0.
    NONE(0),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_PAUSE` (1), since 0.8.0.
    PAUSE(1),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_RESET` (2), since 0.8.0.
    RESET(2),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF` (3), since 0.8.0.
    POWEROFF(3),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN` (4), since 0.8.0.
    SHUTDOWN(4),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_DEBUG` (5), since 0.8.0.
    DEBUG(5),
    /// `VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI` (6), since 1.2.17.
    INJECTNMI(6);

    private final int code;

    WatchdogAction(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static WatchdogAction of(int code) {
        for (WatchdogAction value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
