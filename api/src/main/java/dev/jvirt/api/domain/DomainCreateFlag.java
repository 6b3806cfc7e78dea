package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a domain is started (`virDomainCreateFlags`).
public enum DomainCreateFlag implements Flag {
    /// `VIR_DOMAIN_START_PAUSED`, since 0.8.2.
    START_PAUSED(1 << 0),
    /// `VIR_DOMAIN_START_AUTODESTROY`, since 0.9.3.
    START_AUTODESTROY(1 << 1),
    /// `VIR_DOMAIN_START_BYPASS_CACHE`, since 0.9.4.
    START_BYPASS_CACHE(1 << 2),
    /// `VIR_DOMAIN_START_FORCE_BOOT`, since 0.9.5.
    START_FORCE_BOOT(1 << 3),
    /// `VIR_DOMAIN_START_VALIDATE`, since 1.2.12.
    START_VALIDATE(1 << 4),
    /// `VIR_DOMAIN_START_RESET_NVRAM`, since 8.1.0.
    START_RESET_NVRAM(1 << 5);

    private final int bit;

    DomainCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
