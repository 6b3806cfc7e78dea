package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which checkpoints are listed, and in which order (`virDomainCheckpointListFlags`).
public enum DomainCheckpointListFlag implements Flag {
    /// `VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS`, since 5.6.0.
    DESCENDANTS(1 << 0),
    /// `VIR_DOMAIN_CHECKPOINT_LIST_ROOTS`, since 5.6.0.
    ROOTS(1 << 0),
    /// `VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL`, since 5.6.0.
    TOPOLOGICAL(1 << 1),
    /// `VIR_DOMAIN_CHECKPOINT_LIST_LEAVES`, since 5.6.0.
    LEAVES(1 << 2),
    /// `VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES`, since 5.6.0.
    NO_LEAVES(1 << 3);

    private final int bit;

    DomainCheckpointListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
