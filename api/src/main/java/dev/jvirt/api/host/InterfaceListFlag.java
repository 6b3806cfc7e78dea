package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// Filters for listing interfaces of a host (`virConnectListAllInterfacesFlags`).
public enum InterfaceListFlag implements Flag {
    /// `VIR_CONNECT_LIST_INTERFACES_INACTIVE`, since 0.10.2.
    INACTIVE(1 << 0),
    /// `VIR_CONNECT_LIST_INTERFACES_ACTIVE`, since 0.10.2.
    ACTIVE(1 << 1);

    private final int bit;

    InterfaceListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
