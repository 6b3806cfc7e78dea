package dev.jvirt.api;

/// How a connection is opened (`virConnectFlags`).
public enum ConnectFlag implements Flag {
    /// `VIR_CONNECT_RO`, since 0.4.1.
    RO(1 << 0),
    /// `VIR_CONNECT_NO_ALIASES`, since 0.9.7.
    NO_ALIASES(1 << 1);

    private final int bit;

    ConnectFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
