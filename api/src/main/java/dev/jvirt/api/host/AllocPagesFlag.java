package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// How pages are put aside; without a flag they are added to those that are
/// (`virNodeAllocPagesFlags`).
public enum AllocPagesFlag implements Flag {
    /// `VIR_NODE_ALLOC_PAGES_SET`, since 1.2.9.
    SET(1 << 0);

    private final int bit;

    AllocPagesFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
