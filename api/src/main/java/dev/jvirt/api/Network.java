package dev.jvirt.api;

import dev.jvirt.api.network.NetworkId;
import java.util.Optional;
import java.util.UUID;

/// A virtual network: a handle that names it, not its state (`virNetworkPtr`).
public final class Network {
    private final Connection connection;
    private final NetworkId identity;

    Network(Connection connection, NetworkId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The network's name.
    public String name() {
        return identity.name();
    }

    /// The network's UUID.
    public UUID uuid() {
        return identity.uuid();
    }

    /// Name and UUID in one.
    public NetworkId identity() {
        return identity;
    }

    /// The network's document (`virNetworkGetXMLDesc`).
    ///
    /// @param flags the bits of `virNetworkXMLFlags`
    /// @since 0.2.0
    public String xml(int flags) {
        return connection.networkDriver("virNetworkGetXMLDesc").xml(identity, flags);
    }

    /// The name of its bridge; empty if it has none (`virNetworkGetBridgeName`).
    ///
    /// @since 0.2.0
    public Optional<String> bridgeName() {
        return connection.networkDriver("virNetworkGetBridgeName").bridgeName(identity);
    }

    /// Whether the network starts with the host (`virNetworkGetAutostart`).
    ///
    /// @since 0.2.1
    public boolean autostart() {
        return connection.networkDriver("virNetworkGetAutostart").autostart(identity);
    }

    /// Whether the network is up (`virNetworkIsActive`).
    ///
    /// @since 0.7.3
    public boolean isActive() {
        return connection.networkDriver("virNetworkIsActive").isActive(identity);
    }

    /// Whether the network is defined and thus stays when it goes down (`virNetworkIsPersistent`).
    ///
    /// @since 0.7.3
    public boolean isPersistent() {
        return connection.networkDriver("virNetworkIsPersistent").isPersistent(identity);
    }

    @Override
    public String toString() {
        return "network " + name();
    }
}
