package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a backup is made (`virDomainBackupBeginFlags`).
public enum DomainBackupFlag implements Flag {
    /// `VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL`, since 6.0.0.
    REUSE_EXTERNAL(1 << 0),
    /// `VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN`, since 11.10.0.
    PRESERVE_SHUTDOWN_DOMAIN(1 << 1);

    private final int bit;

    DomainBackupFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
