package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Secret;
import dev.jvirt.api.Secrets;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.api.host.SecretValue;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.host.RemoteSecret;
import dev.jvirt.protocol.host.SecretCalls.ConnectListAllSecrets;
import dev.jvirt.protocol.host.SecretCalls.ConnectListSecrets;
import dev.jvirt.protocol.host.SecretCalls.ConnectNumOfSecrets;
import dev.jvirt.protocol.host.SecretCalls.SecretDefineXml;
import dev.jvirt.protocol.host.SecretCalls.SecretGetValue;
import dev.jvirt.protocol.host.SecretCalls.SecretGetXmlDesc;
import dev.jvirt.protocol.host.SecretCalls.SecretLookupByUsage;
import dev.jvirt.protocol.host.SecretCalls.SecretLookupByUuid;
import dev.jvirt.protocol.host.SecretCalls.SecretSetValue;
import dev.jvirt.protocol.host.SecretCalls.SecretUndefine;
import dev.jvirt.protocol.host.SecretCallsHandler;
import dev.jvirt.protocol.wire.Opaque;
import java.util.List;

/// Secrets.
record SecretProgram(RemoteSession session) implements SecretCallsHandler {

    private Secrets secrets() {
        return session.connection().secrets();
    }

    private Secret secret(RemoteSecret named) {
        return secrets().secret(Identities.local(named));
    }

    private static RemoteSecret remote(Secret secret) {
        return Identities.remote(secret.identity());
    }

    @Override
    public ConnectNumOfSecrets.Reply connectNumOfSecrets() {
        return new ConnectNumOfSecrets.Reply(list("virConnectNumOfSecrets").size());
    }

    @Override
    public ConnectListSecrets.Reply connectListSecrets(ConnectListSecrets message) {
        session.connection();
        int max = message.maxuuids();
        ListLimits.check(max, ListLimits.SECRETS, "maxuuids", "REMOTE_SECRET_LIST_MAX");
        var found = list("virConnectListSecrets");
        return new ConnectListSecrets.Reply(
                ListLimits.names(found, secret -> secret.uuid().toString(), max));
    }

    private List<Secret> list(String function) {
        return CallAccess.visible(
                NamedCall.of(ErrorDomain.SECRET, function, () -> secrets().list(Flags.none())));
    }

    @Override
    public ConnectListAllSecrets.Reply connectListAllSecrets(ConnectListAllSecrets message) {
        var found = CallAccess.visible(secrets().list(new Flags<>(message.flags())));
        ListLimits.sendable(found, ListLimits.SECRETS, "secret");
        var wanted = message.needResults() == 0 ? List.<Secret>of() : found;
        return new ConnectListAllSecrets.Reply(
                wanted.stream().map(SecretProgram::remote).toList(), found.size());
    }

    @Override
    public SecretLookupByUuid.Reply secretLookupByUuid(SecretLookupByUuid message) {
        return new SecretLookupByUuid.Reply(remote(secrets().lookupByUuid(message.uuid())));
    }

    @Override
    public SecretLookupByUsage.Reply secretLookupByUsage(SecretLookupByUsage message) {
        return new SecretLookupByUsage.Reply(
                remote(secrets().lookupByUsage(message.usageType(), message.usageID())));
    }

    @Override
    public SecretDefineXml.Reply secretDefineXml(SecretDefineXml message) {
        return new SecretDefineXml.Reply(
                remote(secrets().defineXml(message.xml(), new Flags<>(message.flags()))));
    }

    @Override
    public SecretGetXmlDesc.Reply secretGetXmlDesc(SecretGetXmlDesc message) {
        return new SecretGetXmlDesc.Reply(secret(message.secret()).xml(message.flags()));
    }

    @Override
    public void secretSetValue(SecretSetValue message) {
        byte[] bytes = message.value().bytes();
        // Nothing on the wire has always been no value to libvirt's daemon.
        if (bytes.length == 0 && !session.connection().isReadOnly()) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.SECRET,
                    "virSecretSetValue",
                    "value",
                    "value in virSecretSetValue must not be NULL");
        }
        secret(message.secret()).setValue(new SecretValue(bytes), message.flags());
    }

    @Override
    public SecretGetValue.Reply secretGetValue(SecretGetValue message) {
        var value = secret(message.secret()).value(message.flags());
        return new SecretGetValue.Reply(new Opaque(value.bytes()));
    }

    @Override
    public void secretUndefine(SecretUndefine message) {
        secret(message.secret()).undefine();
    }
}
