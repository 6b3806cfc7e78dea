package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What is deleted with a snapshot (`virDomainSnapshotDeleteFlags`).
public enum DomainSnapshotDeleteFlag implements Flag {
    /// `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN`, since 0.8.0.
    CHILDREN(1 << 0),
    /// `VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY`, since 0.9.5.
    METADATA_ONLY(1 << 1),
    /// `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY`, since 0.9.5.
    CHILDREN_ONLY(1 << 2);

    private final int bit;

    DomainSnapshotDeleteFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
