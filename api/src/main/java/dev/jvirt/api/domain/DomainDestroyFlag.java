package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a domain is destroyed (`virDomainDestroyFlagsValues`).
public enum DomainDestroyFlag implements Flag {
    /// `VIR_DOMAIN_DESTROY_GRACEFUL`, since 0.9.10.
    GRACEFUL(1 << 0),
    /// `VIR_DOMAIN_DESTROY_REMOVE_LOGS`, since 8.3.0.
    REMOVE_LOGS(1 << 1);

    private final int bit;

    DomainDestroyFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
