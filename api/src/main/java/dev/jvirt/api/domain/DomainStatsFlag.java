package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Of which domains figures are wanted, and how (`virConnectGetAllDomainStatsFlags`).
public enum DomainStatsFlag implements Flag {
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE`, since 1.2.8.
    ACTIVE(1 << 0),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE`, since 1.2.8.
    INACTIVE(1 << 1),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT`, since 1.2.8.
    PERSISTENT(1 << 2),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT`, since 1.2.8.
    TRANSIENT(1 << 3),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING`, since 1.2.8.
    RUNNING(1 << 4),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED`, since 1.2.8.
    PAUSED(1 << 5),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF`, since 1.2.8.
    SHUTOFF(1 << 6),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER`, since 1.2.8.
    OTHER(1 << 7),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT`, since 4.5.0.
    NOWAIT(1 << 29),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING`, since 1.2.12.
    BACKING(1 << 30),
    /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS`, since 1.2.8.
    ENFORCE_STATS(1 << 31);

    private final int bit;

    DomainStatsFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
