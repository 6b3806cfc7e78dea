package dev.jvirt.remote.event;

import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNetworkEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNetworkEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCallsClient;
import java.util.Optional;

/// Events of networks.
record NetworkEventSort(ObjectEventCallsClient calls)
        implements EventSort<NetworkEventId, NetworkId, NetworkEvent> {
    @Override
    public int register(NetworkEventId kind, Optional<NetworkId> network) {
        return calls.connectNetworkEventRegisterAny(
                        new ConnectNetworkEventRegisterAny(
                                kind.code(), network.map(Identities::remote)))
                .callbackId();
    }

    @Override
    public void deregister(NetworkEventId kind, int callbackId) {
        calls.connectNetworkEventDeregisterAny(new ConnectNetworkEventDeregisterAny(callbackId));
    }

    @Override
    public boolean isOf(NetworkEventId kind, NetworkEvent event) {
        return kind.type() == event.getClass();
    }

    @Override
    public NetworkId object(NetworkEvent event) {
        return event.network();
    }

    @Override
    public Object key(NetworkId network) {
        return network.uuid();
    }
}
