package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How a processor that others have in common is described (`virConnectBaselineCPUFlags`).
public enum CpuBaselineFlag implements Flag {
    /// `VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES`, since 1.1.2.
    EXPAND_FEATURES(1 << 0),
    /// `VIR_CONNECT_BASELINE_CPU_MIGRATABLE`, since 1.2.14.
    MIGRATABLE(1 << 1),
    /// `VIR_CONNECT_BASELINE_CPU_IGNORE_HOST`, since 11.6.0.
    IGNORE_HOST(1 << 2);

    private final int bit;

    CpuBaselineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
