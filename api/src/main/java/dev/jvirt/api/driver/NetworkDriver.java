package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.network.NetworkId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a driver can do with networks. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface NetworkDriver {
    /// The networks that pass the filters. `flags` are the bits of
    /// `virConnectListAllNetworksFlags`.
    @Since("0.10.2")
    default List<NetworkId> list(int flags) {
        throw unsupported("virConnectListAllNetworks");
    }

    /// The network with that UUID, or NO_NETWORK.
    @Since("0.2.0")
    default NetworkId lookupByUuid(UUID uuid) {
        throw unsupported("virNetworkLookupByUUID");
    }

    /// The network with that name, or NO_NETWORK.
    @Since("0.2.0")
    default NetworkId lookupByName(String name) {
        throw unsupported("virNetworkLookupByName");
    }

    /// The document of the network. `flags` are the bits of `virNetworkXMLFlags`.
    @Since("0.2.0")
    default String xml(NetworkId network, int flags) {
        throw unsupported("virNetworkGetXMLDesc");
    }

    /// The name of its bridge; empty if it has none.
    @Since("0.2.0")
    default Optional<String> bridgeName(NetworkId network) {
        throw unsupported("virNetworkGetBridgeName");
    }

    /// Whether the network starts with the host.
    @Since("0.2.1")
    default boolean autostart(NetworkId network) {
        throw unsupported("virNetworkGetAutostart");
    }

    /// Whether the network is up.
    @Since("0.7.3")
    default boolean isActive(NetworkId network) {
        throw unsupported("virNetworkIsActive");
    }

    /// Whether the network is defined, and thus stays when it goes down.
    @Since("0.7.3")
    default boolean isPersistent(NetworkId network) {
        throw unsupported("virNetworkIsPersistent");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.NETWORK, function);
    }
}
