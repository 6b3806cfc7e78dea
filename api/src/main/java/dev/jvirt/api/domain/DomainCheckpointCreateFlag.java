package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a checkpoint is made (`virDomainCheckpointCreateFlags`).
public enum DomainCheckpointCreateFlag implements Flag {
    /// `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE`, since 5.6.0.
    REDEFINE(1 << 0),
    /// `VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE`, since 5.6.0.
    QUIESCE(1 << 1),
    /// `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE`, since 6.10.0.
    REDEFINE_VALIDATE(1 << 2);

    private final int bit;

    DomainCheckpointCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
