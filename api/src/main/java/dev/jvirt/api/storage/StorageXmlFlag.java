package dev.jvirt.api.storage;

import dev.jvirt.api.Flag;

/// What the document of a storage pool tells (`virStorageXMLFlags`).
public enum StorageXmlFlag implements Flag {
    /// `VIR_STORAGE_XML_INACTIVE`, since 0.9.13.
    INACTIVE(1 << 0);

    private final int bit;

    StorageXmlFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
