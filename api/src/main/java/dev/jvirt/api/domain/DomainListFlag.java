package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Filters for listing domains (`virConnectListAllDomainsFlags`). Filters of one group are
/// alternatives, groups narrow each other.
public enum DomainListFlag implements Flag {
    /// `VIR_CONNECT_LIST_DOMAINS_ACTIVE`, since 0.9.13.
    ACTIVE(1 << 0),
    /// `VIR_CONNECT_LIST_DOMAINS_INACTIVE`, since 0.9.13.
    INACTIVE(1 << 1),
    /// `VIR_CONNECT_LIST_DOMAINS_PERSISTENT`, since 0.9.13.
    PERSISTENT(1 << 2),
    /// `VIR_CONNECT_LIST_DOMAINS_TRANSIENT`, since 0.9.13.
    TRANSIENT(1 << 3),
    /// `VIR_CONNECT_LIST_DOMAINS_RUNNING`, since 0.9.13.
    RUNNING(1 << 4),
    /// `VIR_CONNECT_LIST_DOMAINS_PAUSED`, since 0.9.13.
    PAUSED(1 << 5),
    /// `VIR_CONNECT_LIST_DOMAINS_SHUTOFF`, since 0.9.13.
    SHUTOFF(1 << 6),
    /// `VIR_CONNECT_LIST_DOMAINS_OTHER`, since 0.9.13.
    OTHER(1 << 7),
    /// `VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE`, since 0.9.13.
    MANAGEDSAVE(1 << 8),
    /// `VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE`, since 0.9.13.
    NO_MANAGEDSAVE(1 << 9),
    /// `VIR_CONNECT_LIST_DOMAINS_AUTOSTART`, since 0.9.13.
    AUTOSTART(1 << 10),
    /// `VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART`, since 0.9.13.
    NO_AUTOSTART(1 << 11),
    /// `VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT`, since 0.9.13.
    HAS_SNAPSHOT(1 << 12),
    /// `VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT`, since 0.9.13.
    NO_SNAPSHOT(1 << 13),
    /// `VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT`, since 5.6.0.
    HAS_CHECKPOINT(1 << 14),
    /// `VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT`, since 5.6.0.
    NO_CHECKPOINT(1 << 15);

    private final int bit;

    DomainListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
