package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How a device without a definition is made (`virNodeDeviceCreateXMLFlags`).
public enum NodeDeviceCreateFlag implements Flag {
    /// `VIR_NODE_DEVICE_CREATE_XML_VALIDATE`, since 8.10.0.
    VALIDATE(1 << 0);

    private final int bit;

    NodeDeviceCreateFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
