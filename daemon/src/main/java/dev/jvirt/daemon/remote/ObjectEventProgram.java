package dev.jvirt.daemon.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.NetworkEventId;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.StoragePoolEventId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.event.NetworkMessages;
import dev.jvirt.bridge.event.NodeDeviceMessages;
import dev.jvirt.bridge.event.SecretMessages;
import dev.jvirt.bridge.event.StoragePoolMessages;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNetworkEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNetworkEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNodeDeviceEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectNodeDeviceEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectSecretEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectSecretEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectStoragePoolEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectStoragePoolEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCallsHandler;

/// Subscriptions to what happens to everything but domains.
record ObjectEventProgram(RemoteSession session) implements ObjectEventCallsHandler {
    @Override
    public ConnectNetworkEventRegisterAny.Reply connectNetworkEventRegisterAny(
            ConnectNetworkEventRegisterAny message) {
        var connection = session.objectConnection();
        var kind =
                NetworkEventId.of(message.eventId())
                        .orElseThrow(() -> unsupported("network", message.eventId()));
        var network =
                message.network()
                        .map(named -> connection.networks().network(Identities.local(named)));
        ClientEvents events = session.events();
        int id =
                events.networks()
                        .add(
                                kind.code(),
                                callback ->
                                        connection
                                                .events()
                                                .onNetwork(
                                                        kind.type(),
                                                        network,
                                                        CallAccess.visible(
                                                                event ->
                                                                        NetworkMessages.send(
                                                                                events.client(),
                                                                                callback,
                                                                                event),
                                                                event -> event.network())));
        return new ConnectNetworkEventRegisterAny.Reply(id);
    }

    @Override
    public void connectNetworkEventDeregisterAny(ConnectNetworkEventDeregisterAny message) {
        session.objectConnection();
        session.events().networks().remove(message.callbackId());
    }

    @Override
    public ConnectStoragePoolEventRegisterAny.Reply connectStoragePoolEventRegisterAny(
            ConnectStoragePoolEventRegisterAny message) {
        var connection = session.objectConnection();
        var kind =
                StoragePoolEventId.of(message.eventId())
                        .orElseThrow(() -> unsupported("storage pool", message.eventId()));
        var pool =
                message.pool()
                        .map(named -> connection.storagePools().pool(Identities.local(named)));
        ClientEvents events = session.events();
        int id =
                events.pools()
                        .add(
                                kind.code(),
                                callback ->
                                        connection
                                                .events()
                                                .onStoragePool(
                                                        kind.type(),
                                                        pool,
                                                        CallAccess.visible(
                                                                event ->
                                                                        StoragePoolMessages.send(
                                                                                events.client(),
                                                                                callback,
                                                                                event),
                                                                event -> event.pool())));
        return new ConnectStoragePoolEventRegisterAny.Reply(id);
    }

    @Override
    public void connectStoragePoolEventDeregisterAny(ConnectStoragePoolEventDeregisterAny message) {
        session.objectConnection();
        session.events().pools().remove(message.callbackId());
    }

    @Override
    public ConnectNodeDeviceEventRegisterAny.Reply connectNodeDeviceEventRegisterAny(
            ConnectNodeDeviceEventRegisterAny message) {
        var connection = session.objectConnection();
        var kind =
                NodeDeviceEventId.of(message.eventId())
                        .orElseThrow(() -> unsupported("node device", message.eventId()));
        var device = message.dev().map(Identities::local);
        ClientEvents events = session.events();
        int id =
                events.nodeDevices()
                        .add(
                                kind.code(),
                                callback ->
                                        connection
                                                .events()
                                                .onNodeDevice(
                                                        kind.type(),
                                                        device,
                                                        CallAccess.visible(
                                                                event ->
                                                                        NodeDeviceMessages.send(
                                                                                events.client(),
                                                                                callback,
                                                                                event),
                                                                event -> event.device())));
        return new ConnectNodeDeviceEventRegisterAny.Reply(id);
    }

    @Override
    public void connectNodeDeviceEventDeregisterAny(ConnectNodeDeviceEventDeregisterAny message) {
        session.objectConnection();
        session.events().nodeDevices().remove(message.callbackId());
    }

    @Override
    public ConnectSecretEventRegisterAny.Reply connectSecretEventRegisterAny(
            ConnectSecretEventRegisterAny message) {
        var connection = session.objectConnection();
        var kind =
                SecretEventId.of(message.eventId())
                        .orElseThrow(() -> unsupported("secret", message.eventId()));
        var secret =
                message.secret().map(named -> connection.secrets().secret(Identities.local(named)));
        ClientEvents events = session.events();
        int id =
                events.secrets()
                        .add(
                                kind.code(),
                                callback ->
                                        connection
                                                .events()
                                                .onSecret(
                                                        kind.type(),
                                                        secret,
                                                        CallAccess.visible(
                                                                event ->
                                                                        SecretMessages.send(
                                                                                events.client(),
                                                                                callback,
                                                                                event),
                                                                event -> event.secret())));
        return new ConnectSecretEventRegisterAny.Reply(id);
    }

    @Override
    public void connectSecretEventDeregisterAny(ConnectSecretEventDeregisterAny message) {
        session.objectConnection();
        session.events().secrets().remove(message.callbackId());
    }

    private static LibvirtException unsupported(String sort, int event) {
        return WireErrors.internal("unsupported %s event ID %d".formatted(sort, event));
    }
}
