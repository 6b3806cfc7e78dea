package dev.jvirt.api.domain;

/// Why a domain is in no state (`virDomainNostateReason`).
public enum NoStateReason implements DomainStateReason {
    /// `VIR_DOMAIN_NOSTATE_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0);

    private final int code;

    NoStateReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static NoStateReason of(int code) {
        for (NoStateReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
