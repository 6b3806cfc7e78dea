package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How a network filter is defined (`virNWFilterDefineFlags`).
public enum NwfilterDefineFlag implements Flag {
    /// `VIR_NWFILTER_DEFINE_VALIDATE`, since 7.7.0.
    VALIDATE(1 << 0);

    private final int bit;

    NwfilterDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
