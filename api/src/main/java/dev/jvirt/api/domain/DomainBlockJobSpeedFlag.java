package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How the speed of a job on a disk is given (`virDomainBlockJobSetSpeedFlags`).
public enum DomainBlockJobSpeedFlag implements Flag {
    /// `VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES`, since 1.2.9.
    BANDWIDTH_BYTES(1 << 0);

    private final int bit;

    DomainBlockJobSpeedFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
