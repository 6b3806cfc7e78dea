package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.bridge.Identities;
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

/// The networks of the far host.
final class RemoteNetworkDriver implements NetworkDriver {
    private final NetworkCallsClient calls;

    RemoteNetworkDriver(RemoteCaller caller) {
        this.calls = new NetworkCallsClient(caller);
    }

    @Override
    public List<NetworkId> list(int flags) {
        var found = calls.connectListAllNetworks(new ConnectListAllNetworks(1, flags)).networks();
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
    public String xml(NetworkId network, int flags) {
        return calls.networkGetXmlDesc(new NetworkGetXmlDesc(Identities.remote(network), flags))
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
}
