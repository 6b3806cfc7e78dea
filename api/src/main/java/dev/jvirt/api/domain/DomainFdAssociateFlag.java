package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How open files serve a domain (`virDomainFDAssociateFlags`).
public enum DomainFdAssociateFlag implements Flag {
    /// `VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE`, since 9.0.0.
    SECLABEL_RESTORE(1 << 0),
    /// `VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE`, since 9.0.0.
    SECLABEL_WRITABLE(1 << 1);

    private final int bit;

    DomainFdAssociateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
