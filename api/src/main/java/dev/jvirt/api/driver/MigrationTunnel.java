package dev.jvirt.api.driver;

import dev.jvirt.api.domain.MigrationCookie;

/// What the destination of a migration through a tunnel says when it is ready.
///
/// @param cookie for the source
/// @param stream that takes the guest
public record MigrationTunnel(MigrationCookie cookie, StreamChannel stream) {}
