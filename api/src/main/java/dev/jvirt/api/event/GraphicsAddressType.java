package dev.jvirt.api.event;

/// What sort of address an end of a display connection has (`virDomainEventGraphicsAddressType`).
public enum GraphicsAddressType {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4` (0), since 0.8.0.
    IPV4(0),
    /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6` (1), since 0.8.0.
    IPV6(1),
    /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX` (2), since 0.9.7.
    UNIX(2);

    private final int code;

    GraphicsAddressType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static GraphicsAddressType of(int code) {
        for (GraphicsAddressType value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
