package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which speed of a migration is meant (`virDomainMigrateMaxSpeedFlags`).
public enum DomainMigrateMaxSpeedFlag implements Flag {
    /// `VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY`, since 5.1.0.
    POSTCOPY(1 << 0);

    private final int bit;

    DomainMigrateMaxSpeedFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
