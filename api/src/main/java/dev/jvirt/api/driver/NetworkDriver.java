package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkCreateFlag;
import dev.jvirt.api.network.NetworkDefineFlag;
import dev.jvirt.api.network.NetworkDhcpLease;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.network.NetworkMetadata;
import dev.jvirt.api.network.NetworkPortCreateFlag;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.api.network.NetworkUpdateFlag;
import dev.jvirt.api.network.NetworkXmlFlag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What a driver can do with networks. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface NetworkDriver {
    /// The networks that pass the filters, in no particular order.
    @Since("0.10.2")
    default List<NetworkId> list(Flags<NetworkListFlag> flags) {
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

    /// Starts a network that is not defined.
    @Since("7.8.0")
    default NetworkId createXml(String xml, Flags<NetworkCreateFlag> flags) {
        throw unsupported(flags.named("virNetworkCreateXML", "virNetworkCreateXMLFlags"));
    }

    /// Defines a network, or defines it anew.
    @Since("7.7.0")
    default NetworkId defineXml(String xml, Flags<NetworkDefineFlag> flags) {
        throw unsupported(flags.named("virNetworkDefineXML", "virNetworkDefineXMLFlags"));
    }

    /// Removes the definition of a network.
    @Since("0.2.0")
    default void undefine(NetworkId network) {
        throw unsupported("virNetworkUndefine");
    }

    /// Starts a defined network.
    @Since("0.2.0")
    default void create(NetworkId network) {
        throw unsupported("virNetworkCreate");
    }

    /// Takes a network down.
    @Since("0.2.0")
    default void destroy(NetworkId network) {
        throw unsupported("virNetworkDestroy");
    }

    /// Changes a part of a network.
    @Since("0.10.2")
    default void update(NetworkId network, NetworkChange change, Flags<NetworkUpdateFlag> flags) {
        throw unsupported("virNetworkUpdate");
    }

    /// The document of the network: of the running one, or of the next start with INACTIVE.
    @Since("0.2.0")
    default String xml(NetworkId network, Flags<NetworkXmlFlag> flags) {
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

    /// Sets whether the network starts with the host.
    @Since("0.2.1")
    default void setAutostart(NetworkId network, boolean autostart) {
        throw unsupported("virNetworkSetAutostart");
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

    /// The addresses that the network gave away. `flags` must be 0.
    ///
    /// @param mac of the client whose addresses are wanted; empty for all clients
    @Since("1.2.6")
    default List<NetworkDhcpLease> dhcpLeases(NetworkId network, Optional<String> mac, int flags) {
        throw unsupported("virNetworkGetDHCPLeases");
    }

    /// Notes something down about the network, or removes it.
    @Since("9.7.0")
    default void setMetadata(
            NetworkId network, NetworkMetadata metadata, Flags<NetworkUpdateFlag> flags) {
        throw unsupported("virNetworkSetMetadata");
    }

    /// What is noted down about the network, or NO_NETWORK_METADATA.
    ///
    /// @param type libvirt's number of a [dev.jvirt.api.network.NetworkMetadataType]
    /// @param uri namespace of the element, if an element is wanted
    @Since("9.7.0")
    default String metadata(
            NetworkId network, int type, Optional<String> uri, Flags<NetworkUpdateFlag> flags) {
        throw unsupported("virNetworkGetMetadata");
    }

    /// The ports of the network. `flags` must be 0.
    @Since("5.5.0")
    default List<NetworkPortId> ports(NetworkId network, int flags) {
        throw unsupported("virNetworkListAllPorts");
    }

    /// The port with that UUID, or NO_NETWORK_PORT.
    @Since("5.5.0")
    default NetworkPortId lookupPortByUuid(NetworkId network, UUID uuid) {
        throw unsupported("virNetworkPortLookupByUUID");
    }

    /// Makes a port of the network.
    @Since("5.5.0")
    default NetworkPortId createPortXml(
            NetworkId network, String xml, Flags<NetworkPortCreateFlag> flags) {
        throw unsupported("virNetworkPortCreateXML");
    }

    /// The document of the port. `flags` must be 0.
    @Since("5.5.0")
    default String portXml(NetworkPortId port, int flags) {
        throw unsupported("virNetworkPortGetXMLDesc");
    }

    /// The limits of the port's traffic. `flags` must be 0.
    @Since("5.5.0")
    default TypedParameters portParameters(NetworkPortId port, int flags) {
        throw unsupported("virNetworkPortGetParameters");
    }

    /// Limits the port's traffic. `flags` must be 0.
    @Since("5.5.0")
    default void setPortParameters(NetworkPortId port, TypedParameters parameters, int flags) {
        throw unsupported("virNetworkPortSetParameters");
    }

    /// Removes the port. `flags` must be 0.
    @Since("5.5.0")
    default void deletePort(NetworkPortId port, int flags) {
        throw unsupported("virNetworkPortDelete");
    }

    /// Delivers events of one kind, of one network or of all. The handler must not wait; who calls
    /// it is the driver.
    @Since("1.2.1")
    default Subscription subscribe(
            NetworkEventId kind, Optional<NetworkId> network, Consumer<NetworkEvent> handler) {
        throw unsupported("virConnectNetworkEventRegisterAny");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.NETWORK, function);
    }
}
