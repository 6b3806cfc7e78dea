package dev.jvirt.protocol.admin;

import dev.jvirt.protocol.wire.Struct;

/// Which server of the daemon is meant.
@Struct("admin_nonnull_server")
public record AdminServer(String name) {}
