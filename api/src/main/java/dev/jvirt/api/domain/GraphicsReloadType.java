package dev.jvirt.api.domain;

import java.util.Optional;

/// Which displays of a domain are meant (`virDomainGraphicsReloadType`).
public enum GraphicsReloadType {
    /// `VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY` (0), since 10.2.0.
    ANY(0),
    /// `VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC` (1), since 10.2.0.
    VNC(1);

    private final int code;

    GraphicsReloadType(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; empty if there is none.
    public static Optional<GraphicsReloadType> of(int code) {
        for (GraphicsReloadType value : values()) {
            if (value.code == code) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
