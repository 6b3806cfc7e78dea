package dev.jvirt.api.event;

/// What happened to a domain (`virDomainEventType`).
public enum LifecycleType {
    /// `VIR_DOMAIN_EVENT_DEFINED` (0), since 0.5.0.
    DEFINED(0),
    /// `VIR_DOMAIN_EVENT_UNDEFINED` (1), since 0.5.0.
    UNDEFINED(1),
    /// `VIR_DOMAIN_EVENT_STARTED` (2), since 0.5.0.
    STARTED(2),
    /// `VIR_DOMAIN_EVENT_SUSPENDED` (3), since 0.5.0.
    SUSPENDED(3),
    /// `VIR_DOMAIN_EVENT_RESUMED` (4), since 0.5.0.
    RESUMED(4),
    /// `VIR_DOMAIN_EVENT_STOPPED` (5), since 0.5.0.
    STOPPED(5),
    /// `VIR_DOMAIN_EVENT_SHUTDOWN` (6), since 0.9.8.
    SHUTDOWN(6),
    /// `VIR_DOMAIN_EVENT_PMSUSPENDED` (7), since 0.10.2.
    PMSUSPENDED(7),
    /// `VIR_DOMAIN_EVENT_CRASHED` (8), since 1.1.1.
    CRASHED(8);

    private final int code;

    LifecycleType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#DEFINED] if a newer peer sends one that is not
    /// known here.
    public static LifecycleType of(int code) {
        for (LifecycleType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return DEFINED;
    }
}
