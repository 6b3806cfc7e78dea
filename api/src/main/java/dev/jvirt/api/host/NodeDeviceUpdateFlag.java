package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// What a change of a device is made to (`virNodeDeviceUpdateFlags`). Without any it is the running
/// device if it is active, else its definition (`VIR_NODE_DEVICE_UPDATE_AFFECT_CURRENT`).
public enum NodeDeviceUpdateFlag implements Flag {
    /// `VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE`, since 10.1.0.
    AFFECT_LIVE(1 << 0),
    /// `VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG`, since 10.1.0.
    AFFECT_CONFIG(1 << 1);

    private final int bit;

    NodeDeviceUpdateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
