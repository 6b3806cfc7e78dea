package dev.jvirt.api.domain;

/// Why a domain is being shut down (`virDomainShutdownReason`).
public enum ShutdownReason implements DomainStateReason {
    /// `VIR_DOMAIN_SHUTDOWN_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0),
    /// `VIR_DOMAIN_SHUTDOWN_USER` (1), since 0.9.2.
    USER(1);

    private final int code;

    ShutdownReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static ShutdownReason of(int code) {
        for (ShutdownReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
