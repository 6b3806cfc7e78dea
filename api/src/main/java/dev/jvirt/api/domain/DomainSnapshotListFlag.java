package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which snapshots are listed, and in which order (`virDomainSnapshotListFlags`).
public enum DomainSnapshotListFlag implements Flag {
    /// `VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS`, since 0.9.7.
    DESCENDANTS(1 << 0),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_ROOTS`, since 0.9.5.
    ROOTS(1 << 0),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_METADATA`, since 0.9.5.
    METADATA(1 << 1),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_LEAVES`, since 0.9.7.
    LEAVES(1 << 2),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES`, since 0.9.13.
    NO_LEAVES(1 << 3),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA`, since 0.9.13.
    NO_METADATA(1 << 4),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE`, since 1.0.1.
    INACTIVE(1 << 5),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE`, since 1.0.1.
    ACTIVE(1 << 6),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY`, since 1.0.1.
    DISK_ONLY(1 << 7),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL`, since 1.0.1.
    INTERNAL(1 << 8),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL`, since 1.0.1.
    EXTERNAL(1 << 9),
    /// `VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL`, since 5.2.0.
    TOPOLOGICAL(1 << 10);

    private final int bit;

    DomainSnapshotListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
