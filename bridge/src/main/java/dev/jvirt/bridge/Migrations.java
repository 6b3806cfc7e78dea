package dev.jvirt.bridge;

import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.protocol.wire.Opaque;

/// What migrations carry.
public final class Migrations {
    private Migrations() {}

    /// A cookie as it travels.
    public static Opaque remote(MigrationCookie cookie) {
        return new Opaque(cookie.bytes());
    }

    /// A cookie that came.
    public static MigrationCookie local(Opaque cookie) {
        return new MigrationCookie(cookie.bytes());
    }
}
