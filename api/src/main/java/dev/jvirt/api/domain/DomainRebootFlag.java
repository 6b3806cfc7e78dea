package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// The ways to ask a domain to reboot (`virDomainRebootFlagValues`).
public enum DomainRebootFlag implements Flag {
    /// `VIR_DOMAIN_REBOOT_ACPI_POWER_BTN`, since 0.9.10.
    ACPI_POWER_BTN(1 << 0),
    /// `VIR_DOMAIN_REBOOT_GUEST_AGENT`, since 0.9.10.
    GUEST_AGENT(1 << 1),
    /// `VIR_DOMAIN_REBOOT_INITCTL`, since 1.0.1.
    INITCTL(1 << 2),
    /// `VIR_DOMAIN_REBOOT_SIGNAL`, since 1.0.1.
    SIGNAL(1 << 3),
    /// `VIR_DOMAIN_REBOOT_PARAVIRT`, since 1.2.5.
    PARAVIRT(1 << 4);

    private final int bit;

    DomainRebootFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
