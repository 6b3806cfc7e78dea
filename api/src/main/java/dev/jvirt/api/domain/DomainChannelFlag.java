package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a channel is opened (`virDomainChannelFlags`).
public enum DomainChannelFlag implements Flag {
    /// `VIR_DOMAIN_CHANNEL_FORCE`, since 1.0.2.
    FORCE(1 << 0);

    private final int bit;

    DomainChannelFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
