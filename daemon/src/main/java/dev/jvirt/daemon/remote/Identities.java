package dev.jvirt.daemon.remote;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.remote.RemoteNetwork;

/// Objects as they are named on the wire and in the API.
final class Identities {
    private Identities() {}

    static RemoteDomain remote(DomainId domain) {
        return new RemoteDomain(domain.name(), domain.uuid(), domain.id());
    }

    static DomainId local(RemoteDomain domain) {
        return new DomainId(domain.name(), domain.uuid(), domain.id());
    }

    static RemoteNetwork remote(NetworkId network) {
        return new RemoteNetwork(network.name(), network.uuid());
    }

    static NetworkId local(RemoteNetwork network) {
        return new NetworkId(network.name(), network.uuid());
    }
}
