package dev.jvirt.api.network;

/// The version of an IP address (`virIPAddrType`).
public enum IpAddressType {
    /// `VIR_IP_ADDR_TYPE_IPV4` (0), since 1.2.6.
    IPV4(0),
    /// `VIR_IP_ADDR_TYPE_IPV6` (1), since 1.2.6.
    IPV6(1);

    private final int code;

    IpAddressType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#IPV4] if it is not known here.
    public static IpAddressType of(int code) {
        for (IpAddressType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return IPV4;
    }
}
