package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a job on a disk is ended (`virDomainBlockJobAbortFlags`).
public enum DomainBlockJobAbortFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC`, since 0.9.12.
    ASYNC(1 << 0),
    /// `VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT`, since 0.9.12.
    PIVOT(1 << 1);

    private final int bit;

    DomainBlockJobAbortFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
