package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// Which document of a device is wanted (`virNodeDeviceXMLFlags`).
public enum NodeDeviceXmlFlag implements Flag {
    /// `VIR_NODE_DEVICE_XML_INACTIVE`, since 10.1.0.
    INACTIVE(1 << 0);

    private final int bit;

    NodeDeviceXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
