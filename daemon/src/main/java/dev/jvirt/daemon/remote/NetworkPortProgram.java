package dev.jvirt.daemon.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.NetworkPort;
import dev.jvirt.api.NetworkPorts;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkListAllPorts;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortCreateXml;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortDelete;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortGetParameters;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortGetXmlDesc;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortLookupByUuid;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortSetParameters;
import dev.jvirt.protocol.network.NetworkPortCallsHandler;
import dev.jvirt.protocol.network.RemoteNetworkPort;
import dev.jvirt.protocol.remote.RemoteNetwork;
import java.util.ArrayList;

/// The ports of networks.
record NetworkPortProgram(RemoteSession session) implements NetworkPortCallsHandler {

    private NetworkPorts ports(RemoteNetwork named) {
        return session.connection().networks().network(Identities.local(named)).ports();
    }

    private NetworkPort port(RemoteNetworkPort named) {
        return ports(named.network()).port(Identities.local(named));
    }

    @Override
    public NetworkListAllPorts.Reply networkListAllPorts(NetworkListAllPorts message) {
        var found = CallAccess.visible(ports(message.network()).list(message.flags()));
        ListLimits.sendable(found, ListLimits.NETWORK_PORTS, "network_port");
        var ports = new ArrayList<RemoteNetworkPort>();
        if (message.needResults() != 0) {
            for (NetworkPort port : found) {
                ports.add(Identities.remote(port.identity()));
            }
        }
        return new NetworkListAllPorts.Reply(ports, found.size());
    }

    @Override
    public NetworkPortLookupByUuid.Reply networkPortLookupByUuid(NetworkPortLookupByUuid message) {
        var port = ports(message.network()).lookupByUuid(message.uuid());
        return new NetworkPortLookupByUuid.Reply(Identities.remote(port.identity()));
    }

    @Override
    public NetworkPortCreateXml.Reply networkPortCreateXml(NetworkPortCreateXml message) {
        var port = ports(message.network()).createXml(message.xml(), new Flags<>(message.flags()));
        return new NetworkPortCreateXml.Reply(Identities.remote(port.identity()));
    }

    /// Whatever `nparams` says: libvirt's client leaves it to chance.
    @Override
    public NetworkPortGetParameters.Reply networkPortGetParameters(
            NetworkPortGetParameters message) {
        var parameters = port(message.port()).parameters(message.flags());
        ListLimits.sendableParameters(parameters.size(), ListLimits.NETWORK_PORT_PARAMETERS);
        return new NetworkPortGetParameters.Reply(Parameters.remote(parameters), 0);
    }

    @Override
    public void networkPortSetParameters(NetworkPortSetParameters message) {
        port(message.port()).setParameters(Parameters.local(message.params()), message.flags());
    }

    @Override
    public NetworkPortGetXmlDesc.Reply networkPortGetXmlDesc(NetworkPortGetXmlDesc message) {
        return new NetworkPortGetXmlDesc.Reply(port(message.port()).xml(message.flags()));
    }

    @Override
    public void networkPortDelete(NetworkPortDelete message) {
        port(message.port()).delete(message.flags());
    }
}
