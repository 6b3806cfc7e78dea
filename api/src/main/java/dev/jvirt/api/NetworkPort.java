package dev.jvirt.api;

import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkPortId;
import java.util.UUID;

/// A port of a network, where an interface of a domain is connected: a handle that names it
/// (`virNetworkPortPtr`).
///
/// All methods that ask the driver throw [LibvirtException], NO_NETWORK_PORT if the port is gone.
public final class NetworkPort {
    private final Network network;
    private final NetworkPortId identity;

    NetworkPort(Network network, NetworkPortId identity) {
        this.network = network;
        this.identity = identity;
    }

    /// The port's UUID (`virNetworkPortGetUUID`, `virNetworkPortGetUUIDString`).
    public UUID uuid() {
        return identity.uuid();
    }

    /// Network and UUID in one: a value that nobody needs to count or release
    /// (`virNetworkPortRef`, `virNetworkPortFree`).
    public NetworkPortId identity() {
        return identity;
    }

    /// The network that it belongs to (`virNetworkPortGetNetwork`).
    public Network network() {
        return network;
    }

    /// The port's document (`virNetworkPortGetXMLDesc`).
    ///
    /// @param flags 0
    /// @since 5.5.0
    public String xml(int flags) {
        return reading("virNetworkPortGetXMLDesc").portXml(identity, flags);
    }

    /// The limits of the port's traffic (`virNetworkPortGetParameters`).
    ///
    /// They are unsigned integers: `inbound.average`, `inbound.peak`, `inbound.floor`,
    /// `outbound.average` and `outbound.peak` in KiB per second, `inbound.burst` and
    /// `outbound.burst` in KiB.
    ///
    /// @param flags 0
    /// @since 5.5.0
    public TypedParameters parameters(int flags) {
        return reading("virNetworkPortGetParameters").portParameters(identity, flags);
    }

    /// Limits the port's traffic (`virNetworkPortSetParameters`).
    ///
    /// @param parameters of those that [#parameters] knows
    /// @param flags 0
    /// @since 5.5.0
    public void setParameters(TypedParameters parameters, int flags) {
        changing("virNetworkPortSetParameters").setPortParameters(identity, parameters, flags);
    }

    /// Removes the port (`virNetworkPortDelete`).
    ///
    /// @param flags 0
    /// @since 5.5.0
    public void delete(int flags) {
        changing("virNetworkPortDelete").deletePort(identity, flags);
    }

    private NetworkDriver reading(String function) {
        return network.connection().objects(function).networks();
    }

    private NetworkDriver changing(String function) {
        return network.connection().changingObjects(ErrorDomain.NETWORK, function).networks();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkPort port
                && port.network.equals(network)
                && port.uuid().equals(uuid());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return "port %s of %s".formatted(uuid(), network);
    }
}
