package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How the rate at which a guest writes to its memory is measured; without a flag a sample of its
/// pages is looked at (`virDomainDirtyRateCalcFlags`).
public enum DirtyRateFlag implements Flag {
    /// `VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP`, since 8.1.0.
    DIRTY_BITMAP(1 << 0),
    /// `VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING`, since 8.1.0.
    DIRTY_RING(1 << 1);

    private final int bit;

    DirtyRateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
