package dev.jvirt.bridge.event;

import dev.jvirt.api.domain.MetadataType;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkLifecycleType;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.network.NetworkEvents.NetworkEventCallbackMetadataChange;
import dev.jvirt.protocol.network.NetworkEvents.NetworkEventLifecycle;
import dev.jvirt.protocol.network.NetworkEventsDispatch;
import dev.jvirt.protocol.network.NetworkEventsHandler;
import dev.jvirt.protocol.network.NetworkEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrReader;

/// What happens to networks.
///
/// @param sink of what is read
public record NetworkMessages(EventSink<NetworkEvent> sink) implements NetworkEventsHandler {
    /// Reads an event.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return NetworkEventsDispatch.dispatch(this, procedure, payload);
    }

    /// Sends an event.
    public static void send(ServerConnection client, int callbackId, NetworkEvent event) {
        switch (event) {
            case NetworkEvent.Lifecycle e ->
                    NetworkEventsSender.networkEventLifecycle(
                            client,
                            new NetworkEventLifecycle(
                                    callbackId,
                                    Identities.remote(e.network()),
                                    e.type().code(),
                                    e.detail()));
            case NetworkEvent.MetadataChange e ->
                    NetworkEventsSender.networkEventCallbackMetadataChange(
                            client,
                            new NetworkEventCallbackMetadataChange(
                                    callbackId,
                                    Identities.remote(e.network()),
                                    e.type().code(),
                                    e.namespace()));
        }
    }

    @Override
    public void networkEventLifecycle(NetworkEventLifecycle message) {
        sink.happened(
                message.callbackId(),
                new NetworkEvent.Lifecycle(
                        Identities.local(message.network()),
                        NetworkLifecycleType.of(message.event()),
                        message.detail()));
    }

    @Override
    public void networkEventCallbackMetadataChange(NetworkEventCallbackMetadataChange message) {
        sink.happened(
                message.callbackId(),
                new NetworkEvent.MetadataChange(
                        Identities.local(message.network()),
                        MetadataType.of(message.type()),
                        message.nsuri()));
    }
}
