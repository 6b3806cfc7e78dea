package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What the document of a snapshot shows (`virDomainSnapshotXMLFlags`).
public enum DomainSnapshotXmlFlag implements Flag {
    /// `VIR_DOMAIN_SNAPSHOT_XML_SECURE`, since 5.1.0.
    SECURE(1 << 0);

    private final int bit;

    DomainSnapshotXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
