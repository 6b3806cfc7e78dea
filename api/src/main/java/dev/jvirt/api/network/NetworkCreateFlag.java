package dev.jvirt.api.network;

import dev.jvirt.api.Flag;

/// How a network without a definition is started (`virNetworkCreateFlags`).
public enum NetworkCreateFlag implements Flag {
    /// `VIR_NETWORK_CREATE_VALIDATE`, since 7.8.0.
    VALIDATE(1 << 0);

    private final int bit;

    NetworkCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
