package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How an interface is defined (`virInterfaceDefineFlags`).
public enum InterfaceDefineFlag implements Flag {
    /// `VIR_INTERFACE_DEFINE_VALIDATE`, since 7.7.0.
    VALIDATE(1 << 0);

    private final int bit;

    InterfaceDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
