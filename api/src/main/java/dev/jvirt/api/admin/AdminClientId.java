package dev.jvirt.api.admin;

/// Which client of a daemon is meant, and what never changes of it.
///
/// @param server the name of the server that it is connected to
/// @param id unique within the server, an unsigned number
/// @param connectedSince when it came, in seconds since 1970
public record AdminClientId(
        String server, long id, long connectedSince, AdminTransport transport) {}
