package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// Which addresses of a guest are meant (`virDomainMemoryFlags`).
public enum MemoryPeekFlag implements Flag {
    /// `VIR_MEMORY_VIRTUAL`, since 0.4.4.
    VIRTUAL(1 << 0),
    /// `VIR_MEMORY_PHYSICAL`, since 0.7.0.
    PHYSICAL(1 << 1);

    private final int bit;

    MemoryPeekFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
