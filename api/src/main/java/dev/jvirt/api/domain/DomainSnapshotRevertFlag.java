package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a domain goes back to a snapshot (`virDomainSnapshotRevertFlags`).
public enum DomainSnapshotRevertFlag implements Flag {
    /// `VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING`, since 0.9.5.
    RUNNING(1 << 0),
    /// `VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED`, since 0.9.5.
    PAUSED(1 << 1),
    /// `VIR_DOMAIN_SNAPSHOT_REVERT_FORCE`, since 0.9.7.
    FORCE(1 << 2),
    /// `VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM`, since 8.1.0.
    RESET_NVRAM(1 << 3);

    private final int bit;

    DomainSnapshotRevertFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
