package dev.jvirt.api.domain;

/// Whether a domain can be controlled (`virDomainControlState`).
public enum ControlState {
    /// `VIR_DOMAIN_CONTROL_OK` (0), since 0.9.3.
    OK(0),
    /// `VIR_DOMAIN_CONTROL_JOB` (1), since 0.9.3.
    JOB(1),
    /// `VIR_DOMAIN_CONTROL_OCCUPIED` (2), since 0.9.3.
    OCCUPIED(2),
    /// `VIR_DOMAIN_CONTROL_ERROR` (3), since 0.9.3.
    ERROR(3);

    private final int code;

    ControlState(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#OK] if a newer peer sends one that is not
    /// known here.
    public static ControlState of(int code) {
        for (ControlState value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return OK;
    }
}
