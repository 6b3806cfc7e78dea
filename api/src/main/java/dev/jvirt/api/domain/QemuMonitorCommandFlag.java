package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a command for QEMU's monitor is written (`virDomainQemuMonitorCommandFlags`).
public enum QemuMonitorCommandFlag implements Flag {
    /// `VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP`, since 0.8.8.
    HMP(1 << 0);

    private final int bit;

    QemuMonitorCommandFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
