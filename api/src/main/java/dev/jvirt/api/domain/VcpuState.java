package dev.jvirt.api.domain;

/// What a virtual CPU does (`virVcpuState`).
public enum VcpuState {
    /// `VIR_VCPU_OFFLINE` (0), since 0.1.4.
    OFFLINE(0),
    /// `VIR_VCPU_RUNNING` (1), since 0.1.4.
    RUNNING(1),
    /// `VIR_VCPU_BLOCKED` (2), since 0.1.4.
    BLOCKED(2);

    private final int code;

    VcpuState(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#OFFLINE] if a newer peer sends one that is not
    /// known here.
    public static VcpuState of(int code) {
        for (VcpuState value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return OFFLINE;
    }
}
