package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Where the name of a guest is looked up (`virDomainGetHostnameFlags`).
public enum DomainHostnameFlag implements Flag {
    /// `VIR_DOMAIN_GET_HOSTNAME_LEASE`, since 6.1.0.
    LEASE(1 << 0),
    /// `VIR_DOMAIN_GET_HOSTNAME_AGENT`, since 6.1.0.
    AGENT(1 << 1);

    private final int bit;

    DomainHostnameFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
