package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a snapshot is taken (`virDomainSnapshotCreateFlags`).
public enum DomainSnapshotCreateFlag implements Flag {
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE`, since 0.9.5.
    REDEFINE(1 << 0),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT`, since 0.9.5.
    CURRENT(1 << 1),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA`, since 0.9.5.
    NO_METADATA(1 << 2),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_HALT`, since 0.9.5.
    HALT(1 << 3),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY`, since 0.9.5.
    DISK_ONLY(1 << 4),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT`, since 0.9.10.
    REUSE_EXT(1 << 5),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE`, since 0.9.10.
    QUIESCE(1 << 6),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC`, since 0.9.11.
    ATOMIC(1 << 7),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_LIVE`, since 1.0.1.
    LIVE(1 << 8),
    /// `VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE`, since 5.6.0.
    VALIDATE(1 << 9);

    private final int bit;

    DomainSnapshotCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
