package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How the clock of a guest is set (`virDomainSetTimeFlags`).
public enum DomainSetTimeFlag implements Flag {
    /// `VIR_DOMAIN_TIME_SYNC`, since 1.2.5.
    SYNC(1 << 0);

    private final int bit;

    DomainSetTimeFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
