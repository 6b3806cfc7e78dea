package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a disk is made independent of its backing files (`virDomainBlockPullFlags`).
public enum DomainBlockPullFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES`, since 1.2.9.
    BANDWIDTH_BYTES(1 << 6);

    private final int bit;

    DomainBlockPullFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
