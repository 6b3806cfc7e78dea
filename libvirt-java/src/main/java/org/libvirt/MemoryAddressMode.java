package org.libvirt;

/// Whose addresses memory is looked at by (`virDomainMemoryFlags`).
public enum MemoryAddressMode {
    VIRTUAL,
    PHYSICAL;

    int bit() {
        return 1 << ordinal();
    }
}
