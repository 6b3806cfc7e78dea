package dev.jvirt.api;

import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkPortCreateFlag;
import dev.jvirt.api.network.NetworkPortId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The ports of a network.
///
/// @param network that they belong to
public record NetworkPorts(Network network) {

    /// All ports (`virNetworkListAllPorts`).
    ///
    /// @param flags 0
    /// @since 5.5.0
    public List<NetworkPort> list(int flags) {
        List<NetworkPortId> found =
                reading("virNetworkListAllPorts").ports(network.identity(), flags);
        var ports = new ArrayList<NetworkPort>(found.size());
        for (NetworkPortId port : found) {
            ports.add(port(port));
        }
        return ports;
    }

    /// The port with that UUID (`virNetworkPortLookupByUUID`, `virNetworkPortLookupByUUIDString`).
    ///
    /// @throws LibvirtException NO_NETWORK_PORT if there is none
    /// @since 5.5.0
    public NetworkPort lookupByUuid(UUID uuid) {
        NetworkDriver driver = reading("virNetworkPortLookupByUUID");
        return port(driver.lookupPortByUuid(network.identity(), uuid));
    }

    /// A handle for a port whose identity is known already, without asking the driver whether it
    /// still exists.
    public NetworkPort port(NetworkPortId identity) {
        return new NetworkPort(network, identity);
    }

    /// Makes a port (`virNetworkPortCreateXML`).
    ///
    /// @param xml the port's document
    /// @since 5.5.0
    public NetworkPort createXml(String xml, Flags<NetworkPortCreateFlag> flags) {
        NetworkDriver driver =
                network.connection()
                        .changingObjects(ErrorDomain.NETWORK, "virNetworkPortCreateXML")
                        .networks();
        return port(driver.createPortXml(network.identity(), xml, flags));
    }

    private NetworkDriver reading(String function) {
        return network.connection().objects(function).networks();
    }
}
