package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What goes with a domain that is undefined (`virDomainUndefineFlagsValues`).
public enum DomainUndefineFlag implements Flag {
    /// `VIR_DOMAIN_UNDEFINE_MANAGED_SAVE`, since 0.9.4.
    MANAGED_SAVE(1 << 0),
    /// `VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA`, since 0.9.5.
    SNAPSHOTS_METADATA(1 << 1),
    /// `VIR_DOMAIN_UNDEFINE_NVRAM`, since 1.2.9.
    NVRAM(1 << 2),
    /// `VIR_DOMAIN_UNDEFINE_KEEP_NVRAM`, since 2.3.0.
    KEEP_NVRAM(1 << 3),
    /// `VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA`, since 5.6.0.
    CHECKPOINTS_METADATA(1 << 4),
    /// `VIR_DOMAIN_UNDEFINE_TPM`, since 8.9.0.
    TPM(1 << 5),
    /// `VIR_DOMAIN_UNDEFINE_KEEP_TPM`, since 8.9.0.
    KEEP_TPM(1 << 6);

    private final int bit;

    DomainUndefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
