package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How processors are compared (`virConnectCompareCPUFlags`).
public enum CpuCompareFlag implements Flag {
    /// `VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE`, since 1.2.6.
    FAIL_INCOMPATIBLE(1 << 0),
    /// `VIR_CONNECT_COMPARE_CPU_VALIDATE_XML`, since 6.9.0.
    VALIDATE_XML(1 << 1);

    private final int bit;

    CpuCompareFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
