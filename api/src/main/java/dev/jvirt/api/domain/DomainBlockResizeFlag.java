package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a disk is resized (`virDomainBlockResizeFlags`).
public enum DomainBlockResizeFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_RESIZE_BYTES`, since 0.9.11.
    BYTES(1 << 0),
    /// `VIR_DOMAIN_BLOCK_RESIZE_CAPACITY`, since 10.0.0.
    CAPACITY(1 << 1),
    /// `VIR_DOMAIN_BLOCK_RESIZE_EXTEND`, since 12.3.0.
    EXTEND(1 << 2);

    private final int bit;

    DomainBlockResizeFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
