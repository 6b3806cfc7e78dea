package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a password is given (`virDomainSetUserPasswordFlags`).
public enum DomainUserPasswordFlag implements Flag {
    /// `VIR_DOMAIN_PASSWORD_ENCRYPTED`, since 1.2.16.
    ENCRYPTED(1 << 0);

    private final int bit;

    DomainUserPasswordFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
