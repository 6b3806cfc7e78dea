package dev.jvirt.api.network;

import dev.jvirt.api.Flag;

/// Which document of a network is wanted (`virNetworkXMLFlags`).
public enum NetworkXmlFlag implements Flag {
    /// `VIR_NETWORK_XML_INACTIVE`, since 0.9.10.
    INACTIVE(1 << 0);

    private final int bit;

    NetworkXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
