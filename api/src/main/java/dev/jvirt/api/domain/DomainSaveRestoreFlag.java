package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a domain is saved to a file, or restored from one (`virDomainSaveRestoreFlags`).
public enum DomainSaveRestoreFlag implements Flag {
    /// `VIR_DOMAIN_SAVE_BYPASS_CACHE`, since 0.9.4.
    BYPASS_CACHE(1 << 0),
    /// `VIR_DOMAIN_SAVE_RUNNING`, since 0.9.5.
    RUNNING(1 << 1),
    /// `VIR_DOMAIN_SAVE_PAUSED`, since 0.9.5.
    PAUSED(1 << 2),
    /// `VIR_DOMAIN_SAVE_RESET_NVRAM`, since 8.1.0.
    RESET_NVRAM(1 << 3);

    private final int bit;

    DomainSaveRestoreFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
