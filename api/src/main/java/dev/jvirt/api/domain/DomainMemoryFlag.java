package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which memory settings of a domain are meant (`virDomainMemoryModFlags`).
public enum DomainMemoryFlag implements Flag {
    /// `VIR_DOMAIN_MEM_LIVE`, since 0.9.0.
    LIVE(1 << 0),
    /// `VIR_DOMAIN_MEM_CONFIG`, since 0.9.0.
    CONFIG(1 << 1),
    /// `VIR_DOMAIN_MEM_MAXIMUM`, since 0.9.1.
    MAXIMUM(1 << 2);

    private final int bit;

    DomainMemoryFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
