package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What the document of a checkpoint shows (`virDomainCheckpointXMLFlags`).
public enum DomainCheckpointXmlFlag implements Flag {
    /// `VIR_DOMAIN_CHECKPOINT_XML_SECURE`, since 5.6.0.
    SECURE(1 << 0),
    /// `VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN`, since 5.6.0.
    NO_DOMAIN(1 << 1),
    /// `VIR_DOMAIN_CHECKPOINT_XML_SIZE`, since 5.6.0.
    SIZE(1 << 2);

    private final int bit;

    DomainCheckpointXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
