package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which settings of a domain are meant: those of the running one, those it has at its next start,
/// or both; without either, the running ones if it runs and the others if not
/// (`virDomainModificationImpact`).
public enum DomainAffectFlag implements Flag {
    /// `VIR_DOMAIN_AFFECT_LIVE`, since 0.9.2.
    LIVE(1 << 0),
    /// `VIR_DOMAIN_AFFECT_CONFIG`, since 0.9.2.
    CONFIG(1 << 1);

    private final int bit;

    DomainAffectFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
