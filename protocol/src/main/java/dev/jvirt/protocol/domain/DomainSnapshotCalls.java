package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;

/// The snapshots of a domain.
@Wire(Program.REMOTE)
public interface DomainSnapshotCalls {
    /// virDomainSnapshotCreateXML
    @Procedure(
            number = 185,
            acl = {"domain:snapshot", "domain:fs_freeze:VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE"})
    record DomainSnapshotCreateXml(RemoteDomain domain, String xmlDesc, int flags) {
        public record Reply(RemoteDomainSnapshot snap) {}
    }

    /// virDomainSnapshotGetXMLDesc
    @Procedure(
            number = 186,
            acl = {"domain:read", "domain:read_secure:VIR_DOMAIN_SNAPSHOT_XML_SECURE"},
            priority = Priority.HIGH)
    record DomainSnapshotGetXmlDesc(RemoteDomainSnapshot snap, int flags) {
        public record Reply(String xml) {}
    }

    /// virDomainSnapshotNum
    @Procedure(number = 187, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotNum(RemoteDomain domain, int flags) {
        public record Reply(int num) {}
    }

    /// virDomainSnapshotListNames
    @Procedure(number = 188, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotListNames(RemoteDomain domain, int maxnames, int flags) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virDomainListAllSnapshots
    @Procedure(number = 274, acl = "domain:read", priority = Priority.HIGH)
    record DomainListAllSnapshots(RemoteDomain domain, int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteDomainSnapshot> snapshots, int count) {}
    }

    /// virDomainSnapshotNumChildren
    @Procedure(number = 246, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotNumChildren(RemoteDomainSnapshot snap, int flags) {
        public record Reply(int num) {}
    }

    /// virDomainSnapshotListChildrenNames
    @Procedure(number = 247, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotListChildrenNames(RemoteDomainSnapshot snap, int maxnames, int flags) {
        public record Reply(@Max(16384) List<String> names) {}
    }

    /// virDomainSnapshotListAllChildren
    @Procedure(number = 275, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotListAllChildren(
            RemoteDomainSnapshot snapshot, int needResults, int flags) {
        public record Reply(@Max(16384) List<RemoteDomainSnapshot> snapshots, int count) {}
    }

    /// virDomainSnapshotLookupByName
    @Procedure(number = 189, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotLookupByName(RemoteDomain domain, String name, int flags) {
        public record Reply(RemoteDomainSnapshot snap) {}
    }

    /// virDomainHasCurrentSnapshot
    @Procedure(number = 190, acl = "domain:read")
    record DomainHasCurrentSnapshot(RemoteDomain domain, int flags) {
        public record Reply(int result) {}
    }

    /// virDomainSnapshotCurrent
    @Procedure(number = 191, acl = "domain:read")
    record DomainSnapshotCurrent(RemoteDomain domain, int flags) {
        public record Reply(RemoteDomainSnapshot snap) {}
    }

    /// virDomainSnapshotGetParent
    @Procedure(number = 244, acl = "domain:read", priority = Priority.HIGH)
    record DomainSnapshotGetParent(RemoteDomainSnapshot snap, int flags) {
        public record Reply(RemoteDomainSnapshot snap) {}
    }

    /// virDomainSnapshotIsCurrent
    @Procedure(number = 271, acl = "domain:read")
    record DomainSnapshotIsCurrent(RemoteDomainSnapshot snap, int flags) {
        public record Reply(int current) {}
    }

    /// virDomainSnapshotHasMetadata
    @Procedure(number = 272, acl = "domain:read")
    record DomainSnapshotHasMetadata(RemoteDomainSnapshot snap, int flags) {
        public record Reply(int metadata) {}
    }

    /// virDomainRevertToSnapshot
    @Procedure(number = 192, acl = "domain:snapshot")
    record DomainRevertToSnapshot(RemoteDomainSnapshot snap, int flags) {}

    /// virDomainSnapshotDelete
    @Procedure(number = 193, acl = "domain:snapshot")
    record DomainSnapshotDelete(RemoteDomainSnapshot snap, int flags) {}
}
