package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// How a console is opened (`virDomainConsoleFlags`).
public enum DomainConsoleFlag implements Flag {
    /// `VIR_DOMAIN_CONSOLE_FORCE`, since 0.9.11.
    FORCE(1 << 0),
    /// `VIR_DOMAIN_CONSOLE_SAFE`, since 0.9.11.
    SAFE(1 << 1);

    private final int bit;

    DomainConsoleFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
