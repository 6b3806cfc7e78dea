package dev.jvirt.remote.event;

import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNodeDeviceEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNodeDeviceEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCallsClient;
import java.util.Optional;

/// Events of the devices of the host.
record NodeDeviceEventSort(ObjectEventCallsClient calls)
        implements EventSort<NodeDeviceEventId, NodeDeviceId, NodeDeviceEvent> {
    @Override
    public int register(NodeDeviceEventId kind, Optional<NodeDeviceId> device) {
        return calls.connectNodeDeviceEventRegisterAny(
                        new ConnectNodeDeviceEventRegisterAny(
                                kind.code(), device.map(Identities::remote)))
                .callbackId();
    }

    @Override
    public void deregister(NodeDeviceEventId kind, int callbackId) {
        calls.connectNodeDeviceEventDeregisterAny(
                new ConnectNodeDeviceEventDeregisterAny(callbackId));
    }

    @Override
    public boolean isOf(NodeDeviceEventId kind, NodeDeviceEvent event) {
        return kind.type() == event.getClass();
    }

    @Override
    public NodeDeviceId object(NodeDeviceEvent event) {
        return event.device();
    }

    @Override
    public Object key(NodeDeviceId device) {
        return device.name();
    }
}
