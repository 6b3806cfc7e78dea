package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Groups of figures about a domain (`virDomainStatsTypes`).
public enum DomainStatsType implements Flag {
    /// `VIR_DOMAIN_STATS_STATE`, since 1.2.8.
    STATE(1 << 0),
    /// `VIR_DOMAIN_STATS_CPU_TOTAL`, since 1.2.9.
    CPU_TOTAL(1 << 1),
    /// `VIR_DOMAIN_STATS_BALLOON`, since 1.2.9.
    BALLOON(1 << 2),
    /// `VIR_DOMAIN_STATS_VCPU`, since 1.2.9.
    VCPU(1 << 3),
    /// `VIR_DOMAIN_STATS_INTERFACE`, since 1.2.9.
    INTERFACE(1 << 4),
    /// `VIR_DOMAIN_STATS_BLOCK`, since 1.2.9.
    BLOCK(1 << 5),
    /// `VIR_DOMAIN_STATS_PERF`, since 1.3.3.
    PERF(1 << 6),
    /// `VIR_DOMAIN_STATS_IOTHREAD`, since 4.10.0.
    IOTHREAD(1 << 7),
    /// `VIR_DOMAIN_STATS_MEMORY`, since 6.0.0.
    MEMORY(1 << 8),
    /// `VIR_DOMAIN_STATS_DIRTYRATE`, since 7.2.0.
    DIRTYRATE(1 << 9),
    /// `VIR_DOMAIN_STATS_VM`, since 8.9.0.
    VM(1 << 10);

    private final int bit;

    DomainStatsType(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
