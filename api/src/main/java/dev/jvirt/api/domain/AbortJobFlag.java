package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a job is ended (`virDomainAbortJobFlagsValues`).
public enum AbortJobFlag implements Flag {
    /// `VIR_DOMAIN_ABORT_JOB_POSTCOPY`, since 8.5.0.
    POSTCOPY(1 << 0);

    private final int bit;

    AbortJobFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
