package dev.jvirt.api.domain;

/// Why a domain cannot be controlled (`virDomainControlErrorReason`).
public enum ControlErrorReason {
    /// `VIR_DOMAIN_CONTROL_ERROR_REASON_NONE` (0), since 1.2.14.
    NONE(0),
    /// `VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN` (1), since 1.2.14.
    UNKNOWN(1),
    /// `VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR` (2), since 1.2.14.
    MONITOR(2),
    /// `VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL` (3), since 1.2.14.
    INTERNAL(3);

    private final int code;

    ControlErrorReason(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static ControlErrorReason of(int code) {
        for (ControlErrorReason value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
