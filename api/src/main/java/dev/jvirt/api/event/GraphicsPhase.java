package dev.jvirt.api.event;

/// How far a display client has come (`virDomainEventGraphicsPhase`).
public enum GraphicsPhase {
    /// Something that a newer peer knows.
    UNKNOWN(-1),
    /// `VIR_DOMAIN_EVENT_GRAPHICS_CONNECT` (0), since 0.8.0.
    CONNECT(0),
    /// `VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE` (1), since 0.8.0.
    INITIALIZE(1),
    /// `VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT` (2), since 0.8.0.
    DISCONNECT(2);

    private final int code;

    GraphicsPhase(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#UNKNOWN] if a newer peer sends one that is not
    /// known here.
    public static GraphicsPhase of(int code) {
        for (GraphicsPhase value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
