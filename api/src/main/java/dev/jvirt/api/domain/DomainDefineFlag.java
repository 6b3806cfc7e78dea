package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a domain is defined (`virDomainDefineFlags`).
public enum DomainDefineFlag implements Flag {
    /// `VIR_DOMAIN_DEFINE_VALIDATE`, since 1.2.12.
    VALIDATE(1 << 0);

    private final int bit;

    DomainDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
