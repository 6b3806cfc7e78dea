package dev.jvirt.protocol.admin;

import dev.jvirt.protocol.wire.Struct;

/// Which client of a server is meant. `timestamp` is when it connected, in seconds since 1970;
/// `transport` is a virClientTransport.
@Struct("admin_nonnull_client")
public record AdminClient(AdminServer srv, long id, long timestamp, int transport) {}
