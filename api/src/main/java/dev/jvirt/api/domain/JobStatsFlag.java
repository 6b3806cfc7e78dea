package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which job is told of (`virDomainGetJobStatsFlags`).
public enum JobStatsFlag implements Flag {
    /// `VIR_DOMAIN_JOB_STATS_COMPLETED`, since 1.2.9.
    COMPLETED(1 << 0),
    /// `VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED`, since 6.0.0.
    KEEP_COMPLETED(1 << 1);

    private final int bit;

    JobStatsFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
