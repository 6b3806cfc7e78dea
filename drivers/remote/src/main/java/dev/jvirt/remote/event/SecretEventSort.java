package dev.jvirt.remote.event;

import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectSecretEventDeregisterAny;
import dev.jvirt.protocol.remote.ObjectEventCalls.ConnectSecretEventRegisterAny;
import dev.jvirt.protocol.remote.ObjectEventCallsClient;
import java.util.Optional;

/// Events of secrets.
record SecretEventSort(ObjectEventCallsClient calls)
        implements EventSort<SecretEventId, SecretId, SecretEvent> {
    @Override
    public int register(SecretEventId kind, Optional<SecretId> secret) {
        return calls.connectSecretEventRegisterAny(
                        new ConnectSecretEventRegisterAny(
                                kind.code(), secret.map(Identities::remote)))
                .callbackId();
    }

    @Override
    public void deregister(SecretEventId kind, int callbackId) {
        calls.connectSecretEventDeregisterAny(new ConnectSecretEventDeregisterAny(callbackId));
    }

    @Override
    public boolean isOf(SecretEventId kind, SecretEvent event) {
        return kind.type() == event.getClass();
    }

    @Override
    public SecretId object(SecretEvent event) {
        return event.secret();
    }

    @Override
    public Object key(SecretId secret) {
        return secret.uuid();
    }
}
