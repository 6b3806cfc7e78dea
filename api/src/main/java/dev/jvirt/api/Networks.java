package dev.jvirt.api;

import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkCreateFlag;
import dev.jvirt.api.network.NetworkDefineFlag;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkListFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The virtual networks of a host.
///
/// @param connection that it belongs to
public record Networks(Connection connection) {

    /// The networks that pass the filters, all without any (`virConnectListAllNetworks`,
    /// `virConnectNumOfNetworks`, `virConnectListNetworks`, `virConnectNumOfDefinedNetworks`,
    /// `virConnectListDefinedNetworks`).
    ///
    /// @since 0.10.2
    public List<Network> list(Flags<NetworkListFlag> flags) {
        List<NetworkId> found = reading("virConnectListAllNetworks").list(flags);
        var networks = new ArrayList<Network>(found.size());
        for (NetworkId network : found) {
            networks.add(network(network));
        }
        return networks;
    }

    /// The network with that name (`virNetworkLookupByName`).
    ///
    /// @throws LibvirtException NO_NETWORK if there is none
    /// @since 0.2.0
    public Network lookupByName(String name) {
        return network(reading("virNetworkLookupByName").lookupByName(name));
    }

    /// The network with that UUID (`virNetworkLookupByUUID`, `virNetworkLookupByUUIDString`).
    ///
    /// @throws LibvirtException NO_NETWORK if there is none
    /// @since 0.2.0
    public Network lookupByUuid(UUID uuid) {
        return network(reading("virNetworkLookupByUUID").lookupByUuid(uuid));
    }

    /// A handle for a network whose identity is known already, without asking the driver whether it
    /// still exists.
    public Network network(NetworkId identity) {
        return new Network(connection, identity);
    }

    /// Starts a network that need not be defined and is gone when it is taken down
    /// (`virNetworkCreateXML`, `virNetworkCreateXMLFlags`).
    ///
    /// @param xml the network's document
    /// @since 7.8.0
    public Network createXml(String xml, Flags<NetworkCreateFlag> flags) {
        String function = flags.named("virNetworkCreateXML", "virNetworkCreateXMLFlags");
        return network(changing(function).createXml(xml, flags));
    }

    /// Defines a network, or defines it anew, without starting it (`virNetworkDefineXML`,
    /// `virNetworkDefineXMLFlags`).
    ///
    /// @param xml the network's document
    /// @since 7.7.0
    public Network defineXml(String xml, Flags<NetworkDefineFlag> flags) {
        String function = flags.named("virNetworkDefineXML", "virNetworkDefineXMLFlags");
        return network(changing(function).defineXml(xml, flags));
    }

    private NetworkDriver reading(String function) {
        return connection.objects(function).networks();
    }

    private NetworkDriver changing(String function) {
        return connection.changingObjects(ErrorDomain.NETWORK, function).networks();
    }
}
