package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which virtual CPUs of a domain are meant (`virDomainVcpuFlags`).
public enum DomainVcpuFlag implements Flag {
    /// `VIR_DOMAIN_VCPU_LIVE`, since 0.8.5.
    LIVE(1 << 0),
    /// `VIR_DOMAIN_VCPU_CONFIG`, since 0.8.5.
    CONFIG(1 << 1),
    /// `VIR_DOMAIN_VCPU_MAXIMUM`, since 0.8.5.
    MAXIMUM(1 << 2),
    /// `VIR_DOMAIN_VCPU_GUEST`, since 1.1.0.
    GUEST(1 << 3),
    /// `VIR_DOMAIN_VCPU_HOTPLUGGABLE`, since 2.4.0.
    HOTPLUGGABLE(1 << 4);

    private final int bit;

    DomainVcpuFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
