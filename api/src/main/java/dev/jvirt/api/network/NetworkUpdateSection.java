package dev.jvirt.api.network;

/// The parts of a network that can change while it runs (`virNetworkUpdateSection`).
public enum NetworkUpdateSection {
    /// `VIR_NETWORK_SECTION_NONE` (0), since 0.10.2.
    NONE(0),
    /// `VIR_NETWORK_SECTION_BRIDGE` (1), since 0.10.2.
    BRIDGE(1),
    /// `VIR_NETWORK_SECTION_DOMAIN` (2), since 0.10.2.
    DOMAIN(2),
    /// `VIR_NETWORK_SECTION_IP` (3), since 0.10.2.
    IP(3),
    /// `VIR_NETWORK_SECTION_IP_DHCP_HOST` (4), since 0.10.2.
    IP_DHCP_HOST(4),
    /// `VIR_NETWORK_SECTION_IP_DHCP_RANGE` (5), since 0.10.2.
    IP_DHCP_RANGE(5),
    /// `VIR_NETWORK_SECTION_FORWARD` (6), since 0.10.2.
    FORWARD(6),
    /// `VIR_NETWORK_SECTION_FORWARD_INTERFACE` (7), since 0.10.2.
    FORWARD_INTERFACE(7),
    /// `VIR_NETWORK_SECTION_FORWARD_PF` (8), since 0.10.2.
    FORWARD_PF(8),
    /// `VIR_NETWORK_SECTION_PORTGROUP` (9), since 0.10.2.
    PORTGROUP(9),
    /// `VIR_NETWORK_SECTION_DNS_HOST` (10), since 0.10.2.
    DNS_HOST(10),
    /// `VIR_NETWORK_SECTION_DNS_TXT` (11), since 0.10.2.
    DNS_TXT(11),
    /// `VIR_NETWORK_SECTION_DNS_SRV` (12), since 0.10.2.
    DNS_SRV(12);

    private final int code;

    NetworkUpdateSection(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#NONE] if a newer peer sends one that is not
    /// known here.
    public static NetworkUpdateSection of(int code) {
        for (NetworkUpdateSection value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return NONE;
    }
}
