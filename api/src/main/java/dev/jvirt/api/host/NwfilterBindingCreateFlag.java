package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How a binding is made (`virNWFilterBindingCreateFlags`).
public enum NwfilterBindingCreateFlag implements Flag {
    /// `VIR_NWFILTER_BINDING_CREATE_VALIDATE`, since 7.8.0.
    VALIDATE(1 << 0);

    private final int bit;

    NwfilterBindingCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
