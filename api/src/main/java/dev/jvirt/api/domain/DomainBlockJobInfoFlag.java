package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What is told of a job on a disk (`virDomainBlockJobInfoFlags`).
public enum DomainBlockJobInfoFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES`, since 1.2.9.
    BANDWIDTH_BYTES(1 << 0);

    private final int bit;

    DomainBlockJobInfoFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
