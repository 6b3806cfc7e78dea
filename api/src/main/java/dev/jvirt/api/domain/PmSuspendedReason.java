package dev.jvirt.api.domain;

/// Why a domain is suspended by its power management (`virDomainPMSuspendedReason`).
public enum PmSuspendedReason implements DomainStateReason {
    /// `VIR_DOMAIN_PMSUSPENDED_UNKNOWN` (0), since 0.9.11.
    UNKNOWN(0);

    private final int code;

    PmSuspendedReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static PmSuspendedReason of(int code) {
        for (PmSuspendedReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
