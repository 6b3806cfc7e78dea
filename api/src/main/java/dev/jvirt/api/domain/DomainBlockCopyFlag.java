package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a disk is copied (`virDomainBlockCopyFlags`).
public enum DomainBlockCopyFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_COPY_SHALLOW`, since 1.2.8.
    SHALLOW(1 << 0),
    /// `VIR_DOMAIN_BLOCK_COPY_REUSE_EXT`, since 1.2.8.
    REUSE_EXT(1 << 1),
    /// `VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB`, since 3.5.0.
    TRANSIENT_JOB(1 << 2),
    /// `VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES`, since 8.0.0.
    SYNCHRONOUS_WRITES(1 << 3),
    /// `VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED`, since 12.2.0.
    TARGET_ZEROED(1 << 4);

    private final int bit;

    DomainBlockCopyFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
