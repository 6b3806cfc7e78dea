package dev.jvirt.api.network;

import dev.jvirt.api.Flag;

/// Filters for listing networks (`virConnectListAllNetworksFlags`). Filters of one group are
/// alternatives, groups narrow each other.
public enum NetworkListFlag implements Flag {
    /// `VIR_CONNECT_LIST_NETWORKS_INACTIVE`, since 0.10.2.
    INACTIVE(1 << 0),
    /// `VIR_CONNECT_LIST_NETWORKS_ACTIVE`, since 0.10.2.
    ACTIVE(1 << 1),
    /// `VIR_CONNECT_LIST_NETWORKS_PERSISTENT`, since 0.10.2.
    PERSISTENT(1 << 2),
    /// `VIR_CONNECT_LIST_NETWORKS_TRANSIENT`, since 0.10.2.
    TRANSIENT(1 << 3),
    /// `VIR_CONNECT_LIST_NETWORKS_AUTOSTART`, since 0.10.2.
    AUTOSTART(1 << 4),
    /// `VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART`, since 0.10.2.
    NO_AUTOSTART(1 << 5);

    private final int bit;

    NetworkListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
