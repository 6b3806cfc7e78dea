package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainCheckpoint;
import dev.jvirt.api.DomainCheckpoints;
import dev.jvirt.api.Flags;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainBackupBegin;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainBackupGetXmlDesc;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainCheckpointCreateXml;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainCheckpointDelete;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainCheckpointGetParent;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainCheckpointGetXmlDesc;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainCheckpointListAllChildren;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainCheckpointLookupByName;
import dev.jvirt.protocol.domain.DomainCheckpointCalls.DomainListAllCheckpoints;
import dev.jvirt.protocol.domain.DomainCheckpointCallsHandler;
import dev.jvirt.protocol.domain.RemoteDomainCheckpoint;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.util.List;

/// Checkpoints and backups of domains.
record DomainCheckpointProgram(RemoteSession session) implements DomainCheckpointCallsHandler {

    private DomainCheckpoints checkpoints(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).checkpoints();
    }

    private DomainCheckpoint checkpoint(RemoteDomainCheckpoint named) {
        return session.connection().domainCheckpoint(Identities.local(named));
    }

    private static RemoteDomainCheckpoint remote(DomainCheckpoint checkpoint) {
        return Identities.remote(checkpoint.identity());
    }

    private static List<RemoteDomainCheckpoint> remote(
            List<DomainCheckpoint> found, int needResults) {
        return needResults == 0
                ? List.of()
                : found.stream().map(DomainCheckpointProgram::remote).toList();
    }

    private static List<DomainCheckpoint> sendable(List<DomainCheckpoint> found) {
        return ListLimits.sendable(found, ListLimits.CHECKPOINTS, "domain_checkpoint");
    }

    @Override
    public DomainCheckpointCreateXml.Reply domainCheckpointCreateXml(
            DomainCheckpointCreateXml message) {
        var created =
                checkpoints(message.domain())
                        .create(message.xmlDesc(), new Flags<>(message.flags()));
        return new DomainCheckpointCreateXml.Reply(remote(created));
    }

    @Override
    public DomainCheckpointGetXmlDesc.Reply domainCheckpointGetXmlDesc(
            DomainCheckpointGetXmlDesc message) {
        return new DomainCheckpointGetXmlDesc.Reply(
                checkpoint(message.checkpoint()).xml(new Flags<>(message.flags())));
    }

    @Override
    public DomainListAllCheckpoints.Reply domainListAllCheckpoints(
            DomainListAllCheckpoints message) {
        var found = sendable(checkpoints(message.domain()).list(new Flags<>(message.flags())));
        return new DomainListAllCheckpoints.Reply(
                remote(found, message.needResults()), found.size());
    }

    @Override
    public DomainCheckpointListAllChildren.Reply domainCheckpointListAllChildren(
            DomainCheckpointListAllChildren message) {
        var found =
                sendable(checkpoint(message.checkpoint()).children(new Flags<>(message.flags())));
        return new DomainCheckpointListAllChildren.Reply(
                remote(found, message.needResults()), found.size());
    }

    @Override
    public DomainCheckpointLookupByName.Reply domainCheckpointLookupByName(
            DomainCheckpointLookupByName message) {
        var found = checkpoints(message.domain()).lookupByName(message.name(), message.flags());
        return new DomainCheckpointLookupByName.Reply(remote(found));
    }

    @Override
    public DomainCheckpointGetParent.Reply domainCheckpointGetParent(
            DomainCheckpointGetParent message) {
        return new DomainCheckpointGetParent.Reply(
                remote(checkpoint(message.checkpoint()).parent(message.flags())));
    }

    @Override
    public void domainCheckpointDelete(DomainCheckpointDelete message) {
        checkpoint(message.checkpoint()).delete(new Flags<>(message.flags()));
    }

    @Override
    public void domainBackupBegin(DomainBackupBegin message) {
        checkpoints(message.domain())
                .beginBackup(
                        message.backupXml(), message.checkpointXml(), new Flags<>(message.flags()));
    }

    @Override
    public DomainBackupGetXmlDesc.Reply domainBackupGetXmlDesc(DomainBackupGetXmlDesc message) {
        return new DomainBackupGetXmlDesc.Reply(
                checkpoints(message.domain()).backupXml(message.flags()));
    }
}
