package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.driver.NetworkDriver;
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
import dev.jvirt.bridge.DhcpLeases;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
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
import dev.jvirt.protocol.network.NetworkDefinitionCallsClient;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkListAllPorts;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortCreateXml;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortDelete;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortGetParameters;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortGetXmlDesc;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortLookupByUuid;
import dev.jvirt.protocol.network.NetworkPortCalls.NetworkPortSetParameters;
import dev.jvirt.protocol.network.NetworkPortCallsClient;
import dev.jvirt.protocol.network.RemoteNetworkPort;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.protocol.remote.NetworkCalls.ConnectListAllNetworks;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkGetAutostart;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkGetBridgeName;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkGetXmlDesc;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkIsActive;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkIsPersistent;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkLookupByName;
import dev.jvirt.protocol.remote.NetworkCalls.NetworkLookupByUuid;
import dev.jvirt.protocol.remote.NetworkCallsClient;
import dev.jvirt.protocol.remote.RemoteNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The networks of the far host.
final class RemoteNetworkDriver implements NetworkDriver {
    private final ConnectCallsClient connect;
    private final RemoteSession session;
    private final NetworkCallsClient calls;
    private final NetworkDefinitionCallsClient definitions;
    private final NetworkPortCallsClient ports;

    /// Whether the daemon takes the arguments of a change in their order; not yet asked if empty.
    private volatile Optional<Boolean> changesInOrder = Optional.empty();

    RemoteNetworkDriver(RemoteSession session, RemoteCaller caller) {
        this.session = session;
        this.connect = new ConnectCallsClient(caller);
        this.calls = new NetworkCallsClient(caller);
        this.definitions = new NetworkDefinitionCallsClient(caller);
        this.ports = new NetworkPortCallsClient(caller);
    }

    @Override
    public List<NetworkId> list(Flags<NetworkListFlag> flags) {
        var found =
                calls.connectListAllNetworks(new ConnectListAllNetworks(1, flags.bits()))
                        .networks();
        var networks = new ArrayList<NetworkId>(found.size());
        for (RemoteNetwork network : found) {
            networks.add(Identities.local(network));
        }
        return networks;
    }

    @Override
    public NetworkId lookupByUuid(UUID uuid) {
        return Identities.local(calls.networkLookupByUuid(new NetworkLookupByUuid(uuid)).network());
    }

    @Override
    public NetworkId lookupByName(String name) {
        return Identities.local(calls.networkLookupByName(new NetworkLookupByName(name)).network());
    }

    @Override
    public String xml(NetworkId network, Flags<NetworkXmlFlag> flags) {
        return calls.networkGetXmlDesc(
                        new NetworkGetXmlDesc(Identities.remote(network), flags.bits()))
                .xml();
    }

    /// A network without a bridge is an error on the wire.
    @Override
    public Optional<String> bridgeName(NetworkId network) {
        try {
            return Optional.of(
                    calls.networkGetBridgeName(new NetworkGetBridgeName(Identities.remote(network)))
                            .name());
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.INTERNAL_ERROR) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean autostart(NetworkId network) {
        return calls.networkGetAutostart(new NetworkGetAutostart(Identities.remote(network)))
                        .autostart()
                != 0;
    }

    @Override
    public boolean isActive(NetworkId network) {
        return calls.networkIsActive(new NetworkIsActive(Identities.remote(network))).active() != 0;
    }

    @Override
    public boolean isPersistent(NetworkId network) {
        return calls.networkIsPersistent(new NetworkIsPersistent(Identities.remote(network)))
                        .persistent()
                != 0;
    }

    @Override
    public NetworkId createXml(String xml, Flags<NetworkCreateFlag> flags) {
        return Identities.local(
                flags.bits() == 0
                        ? definitions.networkCreateXml(new NetworkCreateXml(xml)).network()
                        : definitions
                                .networkCreateXmlFlags(new NetworkCreateXmlFlags(xml, flags.bits()))
                                .network());
    }

    @Override
    public NetworkId defineXml(String xml, Flags<NetworkDefineFlag> flags) {
        return Identities.local(
                flags.bits() == 0
                        ? definitions.networkDefineXml(new NetworkDefineXml(xml)).network()
                        : definitions
                                .networkDefineXmlFlags(new NetworkDefineXmlFlags(xml, flags.bits()))
                                .network());
    }

    @Override
    public void undefine(NetworkId network) {
        definitions.networkUndefine(new NetworkUndefine(Identities.remote(network)));
    }

    @Override
    public void create(NetworkId network) {
        definitions.networkCreate(new NetworkCreate(Identities.remote(network)));
    }

    @Override
    public void destroy(NetworkId network) {
        definitions.networkDestroy(new NetworkDestroy(Identities.remote(network)));
    }

    /// Daemons before libvirt 7.2.0 take command and section for each other.
    @Override
    public void update(NetworkId network, NetworkChange change, Flags<NetworkUpdateFlag> flags) {
        boolean inOrder = changesInOrder();
        definitions.networkUpdate(
                new NetworkUpdate(
                        Identities.remote(network),
                        inOrder ? change.command() : change.section(),
                        inOrder ? change.section() : change.command(),
                        change.parentIndex(),
                        change.xml(),
                        flags.bits()));
    }

    private boolean changesInOrder() {
        Optional<Boolean> known = changesInOrder;
        if (known.isEmpty()) {
            known =
                    Optional.of(
                            Handshake.supports(connect, Feature.NETWORK_UPDATE_HAS_CORRECT_ORDER));
            changesInOrder = known;
        }
        return known.get();
    }

    @Override
    public void setAutostart(NetworkId network, boolean autostart) {
        definitions.networkSetAutostart(
                new NetworkSetAutostart(Identities.remote(network), autostart ? 1 : 0));
    }

    @Override
    public List<NetworkDhcpLease> dhcpLeases(NetworkId network, Optional<String> mac, int flags) {
        var call = new NetworkGetDhcpLeases(Identities.remote(network), mac, 1, flags);
        var found = definitions.networkGetDhcpLeases(call).leases();
        var leases = new ArrayList<NetworkDhcpLease>(found.size());
        for (DhcpLease lease : found) {
            leases.add(DhcpLeases.local(lease));
        }
        return leases;
    }

    @Override
    public void setMetadata(
            NetworkId network, NetworkMetadata metadata, Flags<NetworkUpdateFlag> flags) {
        definitions.networkSetMetadata(
                new NetworkSetMetadata(
                        Identities.remote(network),
                        metadata.type(),
                        metadata.text(),
                        metadata.key(),
                        metadata.uri(),
                        flags.bits()));
    }

    @Override
    public String metadata(
            NetworkId network, int type, Optional<String> uri, Flags<NetworkUpdateFlag> flags) {
        var call = new NetworkGetMetadata(Identities.remote(network), type, uri, flags.bits());
        return definitions.networkGetMetadata(call).metadata();
    }

    @Override
    public List<NetworkPortId> ports(NetworkId network, int flags) {
        var call = new NetworkListAllPorts(Identities.remote(network), 1, flags);
        var found = ports.networkListAllPorts(call).ports();
        var identities = new ArrayList<NetworkPortId>(found.size());
        for (RemoteNetworkPort port : found) {
            identities.add(Identities.local(port));
        }
        return identities;
    }

    @Override
    public NetworkPortId lookupPortByUuid(NetworkId network, UUID uuid) {
        var call = new NetworkPortLookupByUuid(Identities.remote(network), uuid);
        return Identities.local(ports.networkPortLookupByUuid(call).port());
    }

    @Override
    public NetworkPortId createPortXml(
            NetworkId network, String xml, Flags<NetworkPortCreateFlag> flags) {
        var call = new NetworkPortCreateXml(Identities.remote(network), xml, flags.bits());
        return Identities.local(ports.networkPortCreateXml(call).port());
    }

    @Override
    public String portXml(NetworkPortId port, int flags) {
        return ports.networkPortGetXmlDesc(
                        new NetworkPortGetXmlDesc(Identities.remote(port), flags))
                .xml();
    }

    /// Without the bit that asks for texts elsewhere: libvirt's own driver refuses it here.
    @Override
    public TypedParameters portParameters(NetworkPortId port, int flags) {
        var call = new NetworkPortGetParameters(Identities.remote(port), 0, flags);
        return Parameters.local(ports.networkPortGetParameters(call).params());
    }

    @Override
    public void setPortParameters(NetworkPortId port, TypedParameters parameters, int flags) {
        ports.networkPortSetParameters(
                new NetworkPortSetParameters(
                        Identities.remote(port), Parameters.remote(parameters), flags));
    }

    @Override
    public void deletePort(NetworkPortId port, int flags) {
        ports.networkPortDelete(new NetworkPortDelete(Identities.remote(port), flags));
    }

    @Override
    public Subscription subscribe(
            NetworkEventId kind, Optional<NetworkId> network, Consumer<NetworkEvent> handler) {
        return session.events().networks().subscribe(kind, network, handler);
    }
}
