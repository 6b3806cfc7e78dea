package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainSnapshot;
import dev.jvirt.api.DomainSnapshots;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainHasCurrentSnapshot;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainListAllSnapshots;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainRevertToSnapshot;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotCreateXml;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotCurrent;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotDelete;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotGetParent;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotGetXmlDesc;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotHasMetadata;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotIsCurrent;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotListAllChildren;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotListChildrenNames;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotListNames;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotLookupByName;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotNum;
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotNumChildren;
import dev.jvirt.protocol.domain.DomainSnapshotCallsHandler;
import dev.jvirt.protocol.domain.RemoteDomainSnapshot;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.util.List;
import java.util.function.Supplier;

/// Snapshots of domains.
record DomainSnapshotProgram(RemoteSession session) implements DomainSnapshotCallsHandler {

    private DomainSnapshots snapshots(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).snapshots();
    }

    private DomainSnapshot snapshot(RemoteDomainSnapshot named) {
        return session.connection().domainSnapshot(Identities.local(named));
    }

    private static RemoteDomainSnapshot remote(DomainSnapshot snapshot) {
        return Identities.remote(snapshot.identity());
    }

    private static List<RemoteDomainSnapshot> remote(List<DomainSnapshot> found, int needResults) {
        return needResults == 0
                ? List.of()
                : found.stream().map(DomainSnapshotProgram::remote).toList();
    }

    /// A list for a call that is older than lists: a driver without them does not have it either.
    private static List<DomainSnapshot> listed(
            String function, Supplier<List<DomainSnapshot>> list) {
        return NamedCall.of(ErrorDomain.DOMAIN_SNAPSHOT, function, list);
    }

    private List<DomainSnapshot> all(String function, RemoteDomain named, int flags) {
        return listed(function, () -> snapshots(named).list(new Flags<>(flags)));
    }

    private List<DomainSnapshot> children(String function, RemoteDomainSnapshot named, int flags) {
        return listed(function, () -> snapshot(named).children(new Flags<>(flags)));
    }

    private static List<String> names(List<DomainSnapshot> found, int max) {
        return ListLimits.names(found, DomainSnapshot::name, max);
    }

    private static void checkMax(int max) {
        ListLimits.check(max, ListLimits.SNAPSHOTS, "maxnames", "REMOTE_DOMAIN_SNAPSHOT_LIST_MAX");
    }

    private static List<DomainSnapshot> sendable(List<DomainSnapshot> found) {
        return ListLimits.sendable(found, ListLimits.SNAPSHOTS, "domain_snapshot");
    }

    @Override
    public DomainSnapshotCreateXml.Reply domainSnapshotCreateXml(DomainSnapshotCreateXml message) {
        var created =
                snapshots(message.domain()).create(message.xmlDesc(), new Flags<>(message.flags()));
        return new DomainSnapshotCreateXml.Reply(remote(created));
    }

    @Override
    public DomainSnapshotGetXmlDesc.Reply domainSnapshotGetXmlDesc(
            DomainSnapshotGetXmlDesc message) {
        return new DomainSnapshotGetXmlDesc.Reply(
                snapshot(message.snap()).xml(new Flags<>(message.flags())));
    }

    @Override
    public DomainSnapshotNum.Reply domainSnapshotNum(DomainSnapshotNum message) {
        return new DomainSnapshotNum.Reply(
                all("virDomainSnapshotNum", message.domain(), message.flags()).size());
    }

    @Override
    public DomainSnapshotListNames.Reply domainSnapshotListNames(DomainSnapshotListNames message) {
        session.connection();
        checkMax(message.maxnames());
        var found = all("virDomainSnapshotListNames", message.domain(), message.flags());
        return new DomainSnapshotListNames.Reply(names(found, message.maxnames()));
    }

    @Override
    public DomainListAllSnapshots.Reply domainListAllSnapshots(DomainListAllSnapshots message) {
        var found = sendable(snapshots(message.domain()).list(new Flags<>(message.flags())));
        return new DomainListAllSnapshots.Reply(remote(found, message.needResults()), found.size());
    }

    @Override
    public DomainSnapshotNumChildren.Reply domainSnapshotNumChildren(
            DomainSnapshotNumChildren message) {
        return new DomainSnapshotNumChildren.Reply(
                children("virDomainSnapshotNumChildren", message.snap(), message.flags()).size());
    }

    @Override
    public DomainSnapshotListChildrenNames.Reply domainSnapshotListChildrenNames(
            DomainSnapshotListChildrenNames message) {
        session.connection();
        checkMax(message.maxnames());
        var found = children("virDomainSnapshotListChildrenNames", message.snap(), message.flags());
        return new DomainSnapshotListChildrenNames.Reply(names(found, message.maxnames()));
    }

    @Override
    public DomainSnapshotListAllChildren.Reply domainSnapshotListAllChildren(
            DomainSnapshotListAllChildren message) {
        var found = sendable(snapshot(message.snapshot()).children(new Flags<>(message.flags())));
        return new DomainSnapshotListAllChildren.Reply(
                remote(found, message.needResults()), found.size());
    }

    @Override
    public DomainSnapshotLookupByName.Reply domainSnapshotLookupByName(
            DomainSnapshotLookupByName message) {
        return new DomainSnapshotLookupByName.Reply(
                remote(snapshots(message.domain()).lookupByName(message.name(), message.flags())));
    }

    @Override
    public DomainHasCurrentSnapshot.Reply domainHasCurrentSnapshot(
            DomainHasCurrentSnapshot message) {
        return new DomainHasCurrentSnapshot.Reply(
                snapshots(message.domain()).hasCurrent(message.flags()) ? 1 : 0);
    }

    @Override
    public DomainSnapshotCurrent.Reply domainSnapshotCurrent(DomainSnapshotCurrent message) {
        return new DomainSnapshotCurrent.Reply(
                remote(snapshots(message.domain()).current(message.flags())));
    }

    @Override
    public DomainSnapshotGetParent.Reply domainSnapshotGetParent(DomainSnapshotGetParent message) {
        return new DomainSnapshotGetParent.Reply(
                remote(snapshot(message.snap()).parent(message.flags())));
    }

    @Override
    public DomainSnapshotIsCurrent.Reply domainSnapshotIsCurrent(DomainSnapshotIsCurrent message) {
        return new DomainSnapshotIsCurrent.Reply(
                snapshot(message.snap()).isCurrent(message.flags()) ? 1 : 0);
    }

    @Override
    public DomainSnapshotHasMetadata.Reply domainSnapshotHasMetadata(
            DomainSnapshotHasMetadata message) {
        return new DomainSnapshotHasMetadata.Reply(
                snapshot(message.snap()).hasMetadata(message.flags()) ? 1 : 0);
    }

    @Override
    public void domainRevertToSnapshot(DomainRevertToSnapshot message) {
        snapshot(message.snap()).revert(new Flags<>(message.flags()));
    }

    @Override
    public void domainSnapshotDelete(DomainSnapshotDelete message) {
        snapshot(message.snap()).delete(new Flags<>(message.flags()));
    }
}
