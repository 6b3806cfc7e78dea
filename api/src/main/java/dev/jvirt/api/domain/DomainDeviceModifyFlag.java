package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What a change of a device concerns; without any, the running domain if there is one, else its
/// definition (`virDomainDeviceModifyFlags`).
public enum DomainDeviceModifyFlag implements Flag {
    /// `VIR_DOMAIN_DEVICE_MODIFY_LIVE`, since 0.7.7.
    LIVE(1 << 0),
    /// `VIR_DOMAIN_DEVICE_MODIFY_CONFIG`, since 0.7.7.
    CONFIG(1 << 1),
    /// `VIR_DOMAIN_DEVICE_MODIFY_FORCE`, since 0.8.6.
    FORCE(1 << 2);

    private final int bit;

    DomainDeviceModifyFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
