package dev.jvirt.api.domain;

/// Why a domain is blocked (`virDomainBlockedReason`).
public enum BlockedReason implements DomainStateReason {
    /// `VIR_DOMAIN_BLOCKED_UNKNOWN` (0), since 0.9.2.
    UNKNOWN(0);

    private final int code;

    BlockedReason(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static BlockedReason of(int code) {
        for (BlockedReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
