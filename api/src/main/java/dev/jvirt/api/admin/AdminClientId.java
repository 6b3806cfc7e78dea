package dev.jvirt.api.admin;

import java.util.Optional;

/// Which client of a daemon is meant, and what never changes of it.
///
/// @param server the name of the server that it is connected to
/// @param id unique within the server, an unsigned number
/// @param connectedSince when it came, in seconds since 1970
/// @param transport how it came; empty for a way that only newer peers know
public record AdminClientId(
        String server, long id, long connectedSince, Optional<AdminTransport> transport) {}
