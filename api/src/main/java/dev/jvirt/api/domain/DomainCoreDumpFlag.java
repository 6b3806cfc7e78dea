package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How the memory of a domain is dumped, and what becomes of the domain (`virDomainCoreDumpFlags`).
public enum DomainCoreDumpFlag implements Flag {
    /// `VIR_DUMP_CRASH`, since 0.7.5.
    CRASH(1 << 0),
    /// `VIR_DUMP_LIVE`, since 0.7.5.
    LIVE(1 << 1),
    /// `VIR_DUMP_BYPASS_CACHE`, since 0.9.4.
    BYPASS_CACHE(1 << 2),
    /// `VIR_DUMP_RESET`, since 0.9.7.
    RESET(1 << 3),
    /// `VIR_DUMP_MEMORY_ONLY`, since 0.9.13.
    MEMORY_ONLY(1 << 4);

    private final int bit;

    DomainCoreDumpFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
