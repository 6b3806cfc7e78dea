package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a disk is moved to another backing file, or copied (`virDomainBlockRebaseFlags`).
public enum DomainBlockRebaseFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_REBASE_SHALLOW`, since 0.9.12.
    SHALLOW(1 << 0),
    /// `VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT`, since 0.9.12.
    REUSE_EXT(1 << 1),
    /// `VIR_DOMAIN_BLOCK_REBASE_COPY_RAW`, since 0.9.12.
    COPY_RAW(1 << 2),
    /// `VIR_DOMAIN_BLOCK_REBASE_COPY`, since 0.9.12.
    COPY(1 << 3),
    /// `VIR_DOMAIN_BLOCK_REBASE_RELATIVE`, since 1.2.7.
    RELATIVE(1 << 4),
    /// `VIR_DOMAIN_BLOCK_REBASE_COPY_DEV`, since 1.2.9.
    COPY_DEV(1 << 5),
    /// `VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES`, since 1.2.9.
    BANDWIDTH_BYTES(1 << 6);

    private final int bit;

    DomainBlockRebaseFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
