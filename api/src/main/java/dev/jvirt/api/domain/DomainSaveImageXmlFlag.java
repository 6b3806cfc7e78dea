package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What the XML of a saved domain shows (`virDomainSaveImageXMLFlags`).
public enum DomainSaveImageXmlFlag implements Flag {
    /// `VIR_DOMAIN_SAVE_IMAGE_XML_SECURE`, since 5.1.0.
    SECURE(1 << 0);

    private final int bit;

    DomainSaveImageXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
