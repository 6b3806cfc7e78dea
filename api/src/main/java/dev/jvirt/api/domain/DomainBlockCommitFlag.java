package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How the layers of a disk are merged downwards (`virDomainBlockCommitFlags`).
public enum DomainBlockCommitFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_COMMIT_SHALLOW`, since 0.10.2.
    SHALLOW(1 << 0),
    /// `VIR_DOMAIN_BLOCK_COMMIT_DELETE`, since 0.10.2.
    DELETE(1 << 1),
    /// `VIR_DOMAIN_BLOCK_COMMIT_ACTIVE`, since 1.2.6.
    ACTIVE(1 << 2),
    /// `VIR_DOMAIN_BLOCK_COMMIT_RELATIVE`, since 1.2.7.
    RELATIVE(1 << 3),
    /// `VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES`, since 1.2.9.
    BANDWIDTH_BYTES(1 << 4);

    private final int bit;

    DomainBlockCommitFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
