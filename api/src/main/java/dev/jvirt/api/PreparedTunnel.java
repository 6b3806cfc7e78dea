package dev.jvirt.api;

import dev.jvirt.api.domain.MigrationCookie;

/// A side that waits for a domain to come through a tunnel.
///
/// @param stream what the domain is written to
public record PreparedTunnel(MigrationCookie cookie, Stream stream) {}
