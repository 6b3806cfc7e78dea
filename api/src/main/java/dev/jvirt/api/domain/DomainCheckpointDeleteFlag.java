package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What is deleted with a checkpoint (`virDomainCheckpointDeleteFlags`).
public enum DomainCheckpointDeleteFlag implements Flag {
    /// `VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN`, since 5.6.0.
    CHILDREN(1 << 0),
    /// `VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY`, since 5.6.0.
    METADATA_ONLY(1 << 1),
    /// `VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY`, since 5.6.0.
    CHILDREN_ONLY(1 << 2);

    private final int bit;

    DomainCheckpointDeleteFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
