package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// Which document of an interface is wanted (`virInterfaceXMLFlags`).
public enum InterfaceXmlFlag implements Flag {
    /// `VIR_INTERFACE_XML_INACTIVE`, since 0.7.3.
    INACTIVE(1 << 0);

    private final int bit;

    InterfaceXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
