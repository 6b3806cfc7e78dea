package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How a device is defined (`virNodeDeviceDefineXMLFlags`).
public enum NodeDeviceDefineFlag implements Flag {
    /// `VIR_NODE_DEVICE_DEFINE_XML_VALIDATE`, since 8.10.0.
    VALIDATE(1 << 0);

    private final int bit;

    NodeDeviceDefineFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
