package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Network;
import dev.jvirt.api.Networks;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.remote.NetworkCalls.ConnectListAllNetworks;
import dev.jvirt.protocol.remote.NetworkCalls.ConnectListDefinedNetworks;
import dev.jvirt.protocol.remote.NetworkCalls.ConnectListNetworks;
import dev.jvirt.protocol.remote.NetworkCalls.ConnectNumOfDefinedNetworks;
import dev.jvirt.protocol.remote.NetworkCalls.ConnectNumOfNetworks;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkGetAutostart;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkGetBridgeName;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkGetXmlDesc;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkIsActive;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkIsPersistent;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkLookupByName;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkLookupByUuid;
import dev.jvirt.protocol.remote.NetworkCallsHandler;
import dev.jvirt.protocol.remote.RemoteNetwork;
import java.util.ArrayList;
import java.util.List;

/// Networks.
record NetworkProgram(RemoteSession session) implements NetworkCallsHandler {

    private Networks networks() {
        return session.connection().networks();
    }

    private Network network(RemoteNetwork named) {
        return networks().network(Identities.local(named));
    }

    private List<Network> list(String function, NetworkListFlag flag) {
        var networks = networks();
        return CallAccess.visible(
                NamedCall.of(ErrorDomain.NETWORK, function, () -> networks.list(Flags.of(flag))));
    }

    @Override
    public ConnectNumOfNetworks.Reply connectNumOfNetworks() {
        return new ConnectNumOfNetworks.Reply(
                list("virConnectNumOfNetworks", NetworkListFlag.ACTIVE).size());
    }

    @Override
    public ConnectListNetworks.Reply connectListNetworks(ConnectListNetworks message) {
        return new ConnectListNetworks.Reply(
                names("virConnectListNetworks", NetworkListFlag.ACTIVE, message.maxnames()));
    }

    @Override
    public ConnectNumOfDefinedNetworks.Reply connectNumOfDefinedNetworks() {
        return new ConnectNumOfDefinedNetworks.Reply(
                list("virConnectNumOfDefinedNetworks", NetworkListFlag.INACTIVE).size());
    }

    @Override
    public ConnectListDefinedNetworks.Reply connectListDefinedNetworks(
            ConnectListDefinedNetworks message) {
        return new ConnectListDefinedNetworks.Reply(
                names(
                        "virConnectListDefinedNetworks",
                        NetworkListFlag.INACTIVE,
                        message.maxnames()));
    }

    private List<String> names(String function, NetworkListFlag flag, int max) {
        session.connection();
        ListLimits.check(max, ListLimits.NETWORKS, "maxnames", "REMOTE_NETWORK_LIST_MAX");
        return ListLimits.names(list(function, flag), Network::name, max);
    }

    @Override
    public ConnectListAllNetworks.Reply connectListAllNetworks(ConnectListAllNetworks message) {
        var found = CallAccess.visible(networks().list(new Flags<>(message.flags())));
        ListLimits.sendable(found, ListLimits.NETWORKS, "network");
        var networks = new ArrayList<RemoteNetwork>();
        if (message.needResults() != 0) {
            for (Network network : found) {
                networks.add(Identities.remote(network.identity()));
            }
        }
        return new ConnectListAllNetworks.Reply(networks, found.size());
    }

    @Override
    public NetworkLookupByUuid.Reply networkLookupByUuid(NetworkLookupByUuid message) {
        var network = networks().lookupByUuid(message.uuid());
        return new NetworkLookupByUuid.Reply(Identities.remote(network.identity()));
    }

    @Override
    public NetworkLookupByName.Reply networkLookupByName(NetworkLookupByName message) {
        var network = networks().lookupByName(message.name());
        return new NetworkLookupByName.Reply(Identities.remote(network.identity()));
    }

    @Override
    public NetworkGetXmlDesc.Reply networkGetXmlDesc(NetworkGetXmlDesc message) {
        return new NetworkGetXmlDesc.Reply(
                network(message.network()).xml(new Flags<>(message.flags())));
    }

    @Override
    public NetworkGetBridgeName.Reply networkGetBridgeName(NetworkGetBridgeName message) {
        var network = network(message.network());
        return new NetworkGetBridgeName.Reply(
                network.bridgeName()
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.NETWORK,
                                                ErrorCode.INTERNAL_ERROR,
                                                "network '%s' does not have a bridge name."
                                                        .formatted(network.name()))));
    }

    @Override
    public NetworkGetAutostart.Reply networkGetAutostart(NetworkGetAutostart message) {
        return new NetworkGetAutostart.Reply(network(message.network()).autostart() ? 1 : 0);
    }

    @Override
    public NetworkIsActive.Reply networkIsActive(NetworkIsActive message) {
        return new NetworkIsActive.Reply(network(message.network()).isActive() ? 1 : 0);
    }

    @Override
    public NetworkIsPersistent.Reply networkIsPersistent(NetworkIsPersistent message) {
        return new NetworkIsPersistent.Reply(network(message.network()).isPersistent() ? 1 : 0);
    }
}
