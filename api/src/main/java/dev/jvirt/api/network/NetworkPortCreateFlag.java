package dev.jvirt.api.network;

import dev.jvirt.api.Flag;

/// How a port of a network is made (`virNetworkPortCreateFlags`).
public enum NetworkPortCreateFlag implements Flag {
    /// `VIR_NETWORK_PORT_CREATE_RECLAIM`, since 5.5.0.
    RECLAIM(1 << 0),
    /// `VIR_NETWORK_PORT_CREATE_VALIDATE`, since 7.8.0.
    VALIDATE(1 << 1);

    private final int bit;

    NetworkPortCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
