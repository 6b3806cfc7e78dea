package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Secret;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.UUID;

/// Secrets: finding them, their life, their values.
@Wire(Program.REMOTE)
public interface SecretCalls {
    /// virConnectNumOfSecrets
    @Procedure(
            number = 139,
            acl = "connect:search_secrets",
            filter = "secret:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectNumOfSecrets() {
        public record Reply(int num) {}
    }

    /// virConnectListSecrets
    @Procedure(
            number = 140,
            acl = "connect:search_secrets",
            filter = "secret:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListSecrets(int maxuuids) {
        public record Reply(@Max(16384) List<String> uuids) {}
    }

    /// virConnectListAllSecrets
    @Procedure(
            number = 287,
            acl = "connect:search_secrets",
            filter = "secret:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectListAllSecrets(int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteSecret> secrets, int count) {}
    }

    /// virSecretLookupByUUID
    @Procedure(
            number = 141,
            acl = "secret:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record SecretLookupByUuid(UUID uuid) {
        public record Reply(RemoteSecret secret) {}
    }

    /// virSecretLookupByUsage
    @Procedure(
            number = 147,
            acl = "secret:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record SecretLookupByUsage(int usageType, String usageID) {
        public record Reply(RemoteSecret secret) {}
    }

    /// virSecretDefineXML
    @Procedure(
            number = 142,
            acl = {"secret:write", "secret:save"},
            priority = Priority.HIGH)
    record SecretDefineXml(String xml, int flags) {
        public record Reply(RemoteSecret secret) {}
    }

    /// virSecretGetXMLDesc
    @Procedure(
            number = 143,
            acl = "secret:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record SecretGetXmlDesc(RemoteSecret secret, int flags) {
        public record Reply(String xml) {}
    }

    /// virSecretSetValue
    @Procedure(number = 144, acl = "secret:write", priority = Priority.HIGH)
    record SecretSetValue(RemoteSecret secret, @Secret @Max(65536) Opaque value, int flags) {}

    /// virSecretGetValue
    @Procedure(number = 145, acl = "secret:read_secure", priority = Priority.HIGH)
    record SecretGetValue(RemoteSecret secret, int flags) {
        public record Reply(@Secret @Max(65536) Opaque value) {}
    }

    /// virSecretUndefine
    @Procedure(number = 146, acl = "secret:delete", priority = Priority.HIGH)
    record SecretUndefine(RemoteSecret secret) {}
}
