package dev.jvirt.api.domain;

/// Why a domain is crashed (`virDomainCrashedReason`).
public enum CrashedReason implements DomainStateReason {
    /// `VIR_DOMAIN_CRASHED_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0),
    /// `VIR_DOMAIN_CRASHED_PANICKED` (1), since 1.1.1.
    PANICKED(1);

    private final int code;

    CrashedReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static CrashedReason of(int code) {
        for (CrashedReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
