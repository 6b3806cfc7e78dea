package dev.jvirt.api;

import dev.jvirt.api.admin.AdminClientId;
import dev.jvirt.api.admin.AdminTransport;
import java.time.Instant;
import java.util.Optional;

/// A client of a server: a handle that names it, and need not be given back
/// (`virAdmClientPtr`, `virAdmClientFree`).
public final class AdminClient {
    private final AdminConnection connection;
    private final AdminClientId identity;

    AdminClient(AdminConnection connection, AdminClientId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// Its number, unique within the server; to be read without sign (`virAdmClientGetID`).
    ///
    /// @since 2.0.0
    public long id() {
        return identity.id();
    }

    /// When it came, to the second (`virAdmClientGetTimestamp`).
    ///
    /// @since 2.0.0
    public Instant connectedSince() {
        return Instant.ofEpochSecond(identity.connectedSince());
    }

    /// How it came (`virAdmClientGetTransport`); empty for a way that only newer peers know.
    ///
    /// @since 2.0.0
    public Optional<AdminTransport> transport() {
        return identity.transport();
    }

    /// Who it is: user and process for local clients, address for others, names that it
    /// authenticated with, whether it may only read (`virAdmClientGetInfo`).
    ///
    /// @throws LibvirtException NO_CLIENT if it has gone
    /// @since 2.0.0
    public TypedParameters info() {
        return connection.driver("virAdmClientGetInfo").clientInfo(identity);
    }

    /// Ends its connection, whatever it is doing (`virAdmClientClose`).
    ///
    /// @throws LibvirtException NO_CLIENT if it has gone
    /// @since 2.0.0
    public void disconnect() {
        connection.driver("virAdmClientClose").disconnect(identity);
    }
}
