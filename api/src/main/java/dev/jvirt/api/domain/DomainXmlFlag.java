package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What the XML of a domain shows (`virDomainXMLFlags`).
public enum DomainXmlFlag implements Flag {
    /// `VIR_DOMAIN_XML_SECURE`, since 0.3.3.
    SECURE(1 << 0),
    /// `VIR_DOMAIN_XML_INACTIVE`, since 0.3.3.
    INACTIVE(1 << 1),
    /// `VIR_DOMAIN_XML_UPDATE_CPU`, since 0.8.0.
    UPDATE_CPU(1 << 2),
    /// `VIR_DOMAIN_XML_MIGRATABLE`, since 1.0.0.
    MIGRATABLE(1 << 3);

    private final int bit;

    DomainXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
