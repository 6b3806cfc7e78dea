package dev.jvirt.api.domain;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// Who is asked for the addresses of a guest (`virDomainInterfaceAddressesSource`).
public enum DomainInterfaceAddressesSource {
    /// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE` (0), since 1.2.14.
    LEASE(0),
    /// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT` (1), since 1.2.14.
    AGENT(1),
    /// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP` (2), since 4.2.0.
    ARP(2);

    private final int code;

    DomainInterfaceAddressesSource(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`.
    ///
    /// @throws LibvirtException ARGUMENT_UNSUPPORTED if there is none
    public static DomainInterfaceAddressesSource of(int code) {
        for (DomainInterfaceAddressesSource value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.ARGUMENT_UNSUPPORTED,
                "Unknown IP address data source " + Integer.toUnsignedString(code));
    }
}
