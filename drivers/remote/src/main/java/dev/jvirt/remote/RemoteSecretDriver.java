package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.SecretEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.SecretDefineFlag;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.host.SecretListFlag;
import dev.jvirt.api.host.SecretValue;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.host.SecretCalls.ConnectListAllSecrets;
import dev.jvirt.protocol.host.SecretCalls.SecretDefineXml;
import dev.jvirt.protocol.host.SecretCalls.SecretGetValue;
import dev.jvirt.protocol.host.SecretCalls.SecretGetXmlDesc;
import dev.jvirt.protocol.host.SecretCalls.SecretLookupByUsage;
import dev.jvirt.protocol.host.SecretCalls.SecretLookupByUuid;
import dev.jvirt.protocol.host.SecretCalls.SecretSetValue;
import dev.jvirt.protocol.host.SecretCalls.SecretUndefine;
import dev.jvirt.protocol.host.SecretCallsClient;
import dev.jvirt.protocol.wire.Opaque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Secrets of the far host.
record RemoteSecretDriver(RemoteSession session, RemoteCaller caller) implements SecretDriver {

    private SecretCallsClient calls() {
        return new SecretCallsClient(caller);
    }

    @Override
    public List<SecretId> list(Flags<SecretListFlag> flags) {
        var call = new ConnectListAllSecrets(1, flags.bits());
        return calls().connectListAllSecrets(call).secrets().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public SecretId lookupByUuid(UUID uuid) {
        return Identities.local(calls().secretLookupByUuid(new SecretLookupByUuid(uuid)).secret());
    }

    @Override
    public SecretId lookupByUsage(int usageType, String usageId) {
        var call = new SecretLookupByUsage(usageType, usageId);
        return Identities.local(calls().secretLookupByUsage(call).secret());
    }

    @Override
    public SecretId defineXml(String xml, Flags<SecretDefineFlag> flags) {
        return Identities.local(
                calls().secretDefineXml(new SecretDefineXml(xml, flags.bits())).secret());
    }

    @Override
    public String xml(SecretId secret, int flags) {
        return calls().secretGetXmlDesc(new SecretGetXmlDesc(Identities.remote(secret), flags))
                .xml();
    }

    @Override
    public void setValue(SecretId secret, SecretValue value, int flags) {
        calls().secretSetValue(
                        new SecretSetValue(
                                Identities.remote(secret), new Opaque(value.bytes()), flags));
    }

    @Override
    public SecretValue value(SecretId secret, int flags) {
        var reply = calls().secretGetValue(new SecretGetValue(Identities.remote(secret), flags));
        return new SecretValue(reply.value().bytes());
    }

    @Override
    public void undefine(SecretId secret) {
        calls().secretUndefine(new SecretUndefine(Identities.remote(secret)));
    }

    @Override
    public Subscription subscribe(
            SecretEventId kind, Optional<SecretId> secret, Consumer<SecretEvent> handler) {
        return session.events().secrets().subscribe(kind, secret, handler);
    }
}
