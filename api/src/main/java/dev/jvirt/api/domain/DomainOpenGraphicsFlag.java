package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a display is opened (`virDomainOpenGraphicsFlags`).
public enum DomainOpenGraphicsFlag implements Flag {
    /// `VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH`, since 0.9.7.
    SKIPAUTH(1 << 0);

    private final int bit;

    DomainOpenGraphicsFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
