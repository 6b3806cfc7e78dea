package dev.jvirt.api.domain;

/// The states of a domain (`virDomainState`).
public enum DomainState {
    /// `VIR_DOMAIN_NOSTATE` (0), since 0.0.1.
    NOSTATE(0),
    /// `VIR_DOMAIN_RUNNING` (1), since 0.0.1.
    RUNNING(1),
    /// `VIR_DOMAIN_BLOCKED` (2), since 0.0.1.
    BLOCKED(2),
    /// `VIR_DOMAIN_PAUSED` (3), since 0.0.1.
    PAUSED(3),
    /// `VIR_DOMAIN_SHUTDOWN` (4), since 0.0.1.
    SHUTDOWN(4),
    /// `VIR_DOMAIN_SHUTOFF` (5), since 0.0.1.
    SHUTOFF(5),
    /// `VIR_DOMAIN_CRASHED` (6), since 0.0.2.
    CRASHED(6),
    /// `VIR_DOMAIN_PMSUSPENDED` (7), since 0.9.11.
    PMSUSPENDED(7);

    private final int code;

    DomainState(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#NOSTATE] if a newer peer sends one that is not
    /// known here.
    public static DomainState of(int code) {
        for (DomainState value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return NOSTATE;
    }
}
