package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Network;
import dev.jvirt.api.Networks;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.network.NetworkChange;
import dev.jvirt.api.network.NetworkDhcpLease;
import dev.jvirt.api.network.NetworkMetadata;
import dev.jvirt.bridge.DhcpLeases;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.DhcpLease;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreate;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreateXml;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkCreateXmlFlags;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDefineXml;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDefineXmlFlags;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkDestroy;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkGetDhcpLeases;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkGetMetadata;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkSetAutostart;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkSetMetadata;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkUndefine;
import dev.jvirt.protocol.network.NetworkDefinitionCalls.NetworkUpdate;
import dev.jvirt.protocol.network.NetworkDefinitionCallsHandler;
import dev.jvirt.protocol.remote.RemoteNetwork;
import java.util.ArrayList;

/// The life of networks, and what is known of their clients.
record NetworkDefinitionProgram(RemoteSession session) implements NetworkDefinitionCallsHandler {

    private Network network(RemoteNetwork named) {
        return session.connection().networks().network(Identities.local(named));
    }

    private Networks writable(String function) {
        return session.writable(ErrorDomain.NETWORK, function).networks();
    }

    @Override
    public NetworkCreateXml.Reply networkCreateXml(NetworkCreateXml message) {
        String function = "virNetworkCreateXML";
        var networks = writable(function);
        var created =
                NamedCall.of(
                        ErrorDomain.NETWORK,
                        function,
                        () -> networks.createXml(message.xml(), Flags.none()));
        return new NetworkCreateXml.Reply(Identities.remote(created.identity()));
    }

    @Override
    public NetworkCreateXmlFlags.Reply networkCreateXmlFlags(NetworkCreateXmlFlags message) {
        String function = "virNetworkCreateXMLFlags";
        var networks = writable(function);
        var created =
                NamedCall.of(
                        ErrorDomain.NETWORK,
                        function,
                        () -> networks.createXml(message.xml(), new Flags<>(message.flags())));
        return new NetworkCreateXmlFlags.Reply(Identities.remote(created.identity()));
    }

    @Override
    public NetworkDefineXml.Reply networkDefineXml(NetworkDefineXml message) {
        String function = "virNetworkDefineXML";
        var networks = writable(function);
        var defined =
                NamedCall.of(
                        ErrorDomain.NETWORK,
                        function,
                        () -> networks.defineXml(message.xml(), Flags.none()));
        return new NetworkDefineXml.Reply(Identities.remote(defined.identity()));
    }

    @Override
    public NetworkDefineXmlFlags.Reply networkDefineXmlFlags(NetworkDefineXmlFlags message) {
        String function = "virNetworkDefineXMLFlags";
        var networks = writable(function);
        var defined =
                NamedCall.of(
                        ErrorDomain.NETWORK,
                        function,
                        () -> networks.defineXml(message.xml(), new Flags<>(message.flags())));
        return new NetworkDefineXmlFlags.Reply(Identities.remote(defined.identity()));
    }

    @Override
    public void networkUndefine(NetworkUndefine message) {
        network(message.network()).undefine();
    }

    @Override
    public void networkCreate(NetworkCreate message) {
        network(message.network()).create();
    }

    @Override
    public void networkDestroy(NetworkDestroy message) {
        network(message.network()).destroy();
    }

    @Override
    public void networkSetAutostart(NetworkSetAutostart message) {
        network(message.network()).setAutostart(message.autostart() != 0);
    }

    @Override
    public void networkUpdate(NetworkUpdate message) {
        var change =
                new NetworkChange(
                        message.command(), message.section(), message.parentIndex(), message.xml());
        network(message.network()).update(change, new Flags<>(message.flags()));
    }

    @Override
    public NetworkGetDhcpLeases.Reply networkGetDhcpLeases(NetworkGetDhcpLeases message) {
        var found = network(message.network()).dhcpLeases(message.mac(), message.flags());
        if (found.size() > ListLimits.DHCP_LEASES) {
            throw WireErrors.internal(
                    "Number of leases is %d, which exceeds max limit: %d"
                            .formatted(found.size(), ListLimits.DHCP_LEASES));
        }
        var leases = new ArrayList<DhcpLease>();
        if (message.needResults() != 0) {
            for (NetworkDhcpLease lease : found) {
                leases.add(DhcpLeases.remote(lease));
            }
        }
        return new NetworkGetDhcpLeases.Reply(leases, found.size());
    }

    @Override
    public void networkSetMetadata(NetworkSetMetadata message) {
        var metadata =
                new NetworkMetadata(
                        message.type(), message.metadata(), message.key(), message.uri());
        network(message.network()).setMetadata(metadata, new Flags<>(message.flags()));
    }

    @Override
    public NetworkGetMetadata.Reply networkGetMetadata(NetworkGetMetadata message) {
        var network = network(message.network());
        return new NetworkGetMetadata.Reply(
                network.metadata(message.type(), message.uri(), new Flags<>(message.flags())));
    }
}
