package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// What the capabilities for domains tell (`virConnectGetDomainCapabilitiesFlags`).
public enum DomainCapabilitiesFlag implements Flag {
    /// `VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES`, since 11.0.0.
    DISABLE_DEPRECATED_FEATURES(1 << 0),
    /// `VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES`, since 12.2.0.
    EXPAND_CPU_FEATURES(1 << 1);

    private final int bit;

    DomainCapabilitiesFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
