package dev.jvirt.api.host;

/// How the processor of a host relates to a described one (`virCPUCompareResult`).
public enum CpuCompareResult {
    /// `VIR_CPU_COMPARE_ERROR` (-1), since 0.7.5.
    ERROR(-1),
    /// `VIR_CPU_COMPARE_INCOMPATIBLE` (0), since 0.7.5.
    INCOMPATIBLE(0),
    /// `VIR_CPU_COMPARE_IDENTICAL` (1), since 0.7.5.
    IDENTICAL(1),
    /// `VIR_CPU_COMPARE_SUPERSET` (2), since 0.7.5.
    SUPERSET(2);

    private final int code;

    CpuCompareResult(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#ERROR] if a newer peer sends one that is not
    /// known here.
    public static CpuCompareResult of(int code) {
        for (CpuCompareResult value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return ERROR;
    }
}
