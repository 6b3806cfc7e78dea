package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;

/// The checkpoints of a domain: what changed on its disks since; and backups, made from one.
@Wire(Program.REMOTE)
public interface DomainCheckpointCalls {
    /// virDomainCheckpointCreateXML
    @Procedure(
            number = 411,
            acl = {"domain:checkpoint", "domain:fs_freeze:VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE"})
    record DomainCheckpointCreateXml(RemoteDomain domain, String xmlDesc, int flags) {
        public record Reply(RemoteDomainCheckpoint checkpoint) {}
    }

    /// virDomainCheckpointGetXMLDesc
    @Procedure(
            number = 412,
            acl = {"domain:read", "domain:read_secure:VIR_DOMAIN_CHECKPOINT_XML_SECURE"})
    record DomainCheckpointGetXmlDesc(RemoteDomainCheckpoint checkpoint, int flags) {
        public record Reply(String xml) {}
    }

    /// virDomainListAllCheckpoints
    @Procedure(number = 413, acl = "domain:read", priority = Priority.HIGH)
    record DomainListAllCheckpoints(RemoteDomain domain, int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteDomainCheckpoint> checkpoints, int count) {}
    }

    /// virDomainCheckpointListAllChildren
    @Procedure(number = 414, acl = "domain:read", priority = Priority.HIGH)
    record DomainCheckpointListAllChildren(
            RemoteDomainCheckpoint checkpoint, int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteDomainCheckpoint> checkpoints, int count) {}
    }

    /// virDomainCheckpointLookupByName
    @Procedure(number = 415, acl = "domain:read", priority = Priority.HIGH)
    record DomainCheckpointLookupByName(RemoteDomain domain, String name, int flags) {
        public record Reply(RemoteDomainCheckpoint checkpoint) {}
    }

    /// virDomainCheckpointGetParent
    @Procedure(number = 416, acl = "domain:read", priority = Priority.HIGH)
    record DomainCheckpointGetParent(RemoteDomainCheckpoint checkpoint, int flags) {
        public record Reply(RemoteDomainCheckpoint parent) {}
    }

    /// virDomainCheckpointDelete
    @Procedure(number = 417, acl = "domain:checkpoint")
    record DomainCheckpointDelete(RemoteDomainCheckpoint checkpoint, int flags) {}

    /// virDomainBackupBegin
    @Procedure(
            number = 421,
            acl = {"domain:checkpoint", "domain:block_write"})
    record DomainBackupBegin(
            RemoteDomain domain, String backupXml, Optional<String> checkpointXml, int flags) {}

    /// virDomainBackupGetXMLDesc
    @Procedure(number = 422, acl = "domain:read", priority = Priority.HIGH)
    record DomainBackupGetXmlDesc(RemoteDomain domain, int flags) {
        public record Reply(String xml) {}
    }
}
