package dev.jvirt.api.event;

import dev.jvirt.api.Flag;

/// What else is known of failed memory (`virDomainMemoryFailureFlags`).
public enum MemoryFailureFlag implements Flag {
    /// `VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED`, since 6.9.0.
    ACTION_REQUIRED(1 << 0),
    /// `VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE`, since 6.9.0.
    RECURSIVE(1 << 1);

    private final int bit;

    MemoryFailureFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
