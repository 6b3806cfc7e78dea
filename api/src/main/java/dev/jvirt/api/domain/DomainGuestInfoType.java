package dev.jvirt.api.domain;

import dev.jvirt.api.Flag;

/// What is asked of the inside of a guest (`virDomainGuestInfoTypes`).
public enum DomainGuestInfoType implements Flag {
    /// `VIR_DOMAIN_GUEST_INFO_USERS`, since 5.7.0.
    USERS(1 << 0),
    /// `VIR_DOMAIN_GUEST_INFO_OS`, since 5.7.0.
    OS(1 << 1),
    /// `VIR_DOMAIN_GUEST_INFO_TIMEZONE`, since 5.7.0.
    TIMEZONE(1 << 2),
    /// `VIR_DOMAIN_GUEST_INFO_HOSTNAME`, since 5.7.0.
    HOSTNAME(1 << 3),
    /// `VIR_DOMAIN_GUEST_INFO_FILESYSTEM`, since 5.7.0.
    FILESYSTEM(1 << 4),
    /// `VIR_DOMAIN_GUEST_INFO_DISKS`, since 7.0.0.
    DISKS(1 << 5),
    /// `VIR_DOMAIN_GUEST_INFO_INTERFACES`, since 7.10.0.
    INTERFACES(1 << 6),
    /// `VIR_DOMAIN_GUEST_INFO_LOAD`, since 11.2.0.
    LOAD(1 << 7);

    private final int bit;

    DomainGuestInfoType(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
