package dev.jvirt.bridge.event;

import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceLifecycleType;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.host.NodeDeviceEvents.NodeDeviceEventLifecycle;
import dev.jvirt.protocol.host.NodeDeviceEvents.NodeDeviceEventUpdate;
import dev.jvirt.protocol.host.NodeDeviceEventsDispatch;
import dev.jvirt.protocol.host.NodeDeviceEventsHandler;
import dev.jvirt.protocol.host.NodeDeviceEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrReader;

/// What happens to the devices of a host.
///
/// @param sink of what is read
public record NodeDeviceMessages(EventSink<NodeDeviceEvent> sink)
        implements NodeDeviceEventsHandler {
    /// Reads an event.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return NodeDeviceEventsDispatch.dispatch(this, procedure, payload);
    }

    /// Sends an event.
    public static void send(ServerConnection client, int callbackId, NodeDeviceEvent event) {
        switch (event) {
            case NodeDeviceEvent.Lifecycle e ->
                    NodeDeviceEventsSender.nodeDeviceEventLifecycle(
                            client,
                            new NodeDeviceEventLifecycle(
                                    callbackId,
                                    Identities.remote(e.device()),
                                    e.type().code(),
                                    e.detail()));
            case NodeDeviceEvent.Update e ->
                    NodeDeviceEventsSender.nodeDeviceEventUpdate(
                            client,
                            new NodeDeviceEventUpdate(callbackId, Identities.remote(e.device())));
        }
    }

    @Override
    public void nodeDeviceEventLifecycle(NodeDeviceEventLifecycle message) {
        sink.happened(
                message.callbackId(),
                new NodeDeviceEvent.Lifecycle(
                        Identities.local(message.dev()),
                        NodeDeviceLifecycleType.of(message.event()),
                        message.detail()));
    }

    @Override
    public void nodeDeviceEventUpdate(NodeDeviceEventUpdate message) {
        sink.happened(
                message.callbackId(), new NodeDeviceEvent.Update(Identities.local(message.dev())));
    }
}
