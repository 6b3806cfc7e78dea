package dev.jvirt.api.network;

import dev.jvirt.api.Flag;

/// How a network is defined (`virNetworkDefineFlags`).
public enum NetworkDefineFlag implements Flag {
    /// `VIR_NETWORK_DEFINE_VALIDATE`, since 7.7.0.
    VALIDATE(1 << 0);

    private final int bit;

    NetworkDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
