package dev.jvirt.api.network;

import dev.jvirt.api.Flag;

/// What a change of a network is made to (`virNetworkUpdateFlags`). Without any it is the running
/// network if it is up, else its definition (`VIR_NETWORK_UPDATE_AFFECT_CURRENT`).
public enum NetworkUpdateFlag implements Flag {
    /// `VIR_NETWORK_UPDATE_AFFECT_LIVE`, since 0.10.2.
    AFFECT_LIVE(1 << 0),
    /// `VIR_NETWORK_UPDATE_AFFECT_CONFIG`, since 0.10.2.
    AFFECT_CONFIG(1 << 1);

    private final int bit;

    NetworkUpdateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
