package dev.jvirt.bridge.event;

import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretLifecycleType;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.host.SecretEvents.SecretEventLifecycle;
import dev.jvirt.protocol.host.SecretEvents.SecretEventValueChanged;
import dev.jvirt.protocol.host.SecretEventsDispatch;
import dev.jvirt.protocol.host.SecretEventsHandler;
import dev.jvirt.protocol.host.SecretEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.xdr.XdrReader;

/// What happens to secrets.
///
/// @param sink of what is read
public record SecretMessages(EventSink<SecretEvent> sink) implements SecretEventsHandler {
    /// Reads an event.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return SecretEventsDispatch.dispatch(this, procedure, payload);
    }

    /// Sends an event.
    public static void send(ServerConnection client, int callbackId, SecretEvent event) {
        switch (event) {
            case SecretEvent.Lifecycle e ->
                    SecretEventsSender.secretEventLifecycle(
                            client,
                            new SecretEventLifecycle(
                                    callbackId,
                                    Identities.remote(e.secret()),
                                    e.type().code(),
                                    e.detail()));
            case SecretEvent.ValueChanged e ->
                    SecretEventsSender.secretEventValueChanged(
                            client,
                            new SecretEventValueChanged(callbackId, Identities.remote(e.secret())));
        }
    }

    @Override
    public void secretEventLifecycle(SecretEventLifecycle message) {
        sink.happened(
                message.callbackId(),
                new SecretEvent.Lifecycle(
                        Identities.local(message.secret()),
                        SecretLifecycleType.of(message.event()),
                        message.detail()));
    }

    @Override
    public void secretEventValueChanged(SecretEventValueChanged message) {
        sink.happened(
                message.callbackId(),
                new SecretEvent.ValueChanged(Identities.local(message.secret())));
    }
}
