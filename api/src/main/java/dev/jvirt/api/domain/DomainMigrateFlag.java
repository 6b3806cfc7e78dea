package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a domain moves to another host (`virDomainMigrateFlags`).
public enum DomainMigrateFlag implements Flag {
    /// `VIR_MIGRATE_LIVE`, since 0.3.2.
    LIVE(1 << 0),
    /// `VIR_MIGRATE_PEER2PEER`, since 0.7.2.
    PEER2PEER(1 << 1),
    /// `VIR_MIGRATE_TUNNELLED`, since 0.7.2.
    TUNNELLED(1 << 2),
    /// `VIR_MIGRATE_PERSIST_DEST`, since 0.7.3.
    PERSIST_DEST(1 << 3),
    /// `VIR_MIGRATE_UNDEFINE_SOURCE`, since 0.7.3.
    UNDEFINE_SOURCE(1 << 4),
    /// `VIR_MIGRATE_PAUSED`, since 0.7.5.
    PAUSED(1 << 5),
    /// `VIR_MIGRATE_NON_SHARED_DISK`, since 0.8.2.
    NON_SHARED_DISK(1 << 6),
    /// `VIR_MIGRATE_NON_SHARED_INC`, since 0.8.2.
    NON_SHARED_INC(1 << 7),
    /// `VIR_MIGRATE_CHANGE_PROTECTION`, since 0.9.4.
    CHANGE_PROTECTION(1 << 8),
    /// `VIR_MIGRATE_UNSAFE`, since 0.9.11.
    UNSAFE(1 << 9),
    /// `VIR_MIGRATE_OFFLINE`, since 1.0.1.
    OFFLINE(1 << 10),
    /// `VIR_MIGRATE_COMPRESSED`, since 1.0.3.
    COMPRESSED(1 << 11),
    /// `VIR_MIGRATE_ABORT_ON_ERROR`, since 1.1.0.
    ABORT_ON_ERROR(1 << 12),
    /// `VIR_MIGRATE_AUTO_CONVERGE`, since 1.2.3.
    AUTO_CONVERGE(1 << 13),
    /// `VIR_MIGRATE_RDMA_PIN_ALL`, since 1.2.9.
    RDMA_PIN_ALL(1 << 14),
    /// `VIR_MIGRATE_POSTCOPY`, since 1.3.3.
    POSTCOPY(1 << 15),
    /// `VIR_MIGRATE_TLS`, since 3.2.0.
    TLS(1 << 16),
    /// `VIR_MIGRATE_PARALLEL`, since 5.2.0.
    PARALLEL(1 << 17),
    /// `VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES`, since 8.0.0.
    NON_SHARED_SYNCHRONOUS_WRITES(1 << 18),
    /// `VIR_MIGRATE_POSTCOPY_RESUME`, since 8.5.0.
    POSTCOPY_RESUME(1 << 19),
    /// `VIR_MIGRATE_ZEROCOPY`, since 8.5.0.
    ZEROCOPY(1 << 20);

    private final int bit;

    DomainMigrateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
