package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotListFlag;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.api.driver.DomainSnapshotDriver;
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
import dev.jvirt.protocol.domain.DomainSnapshotCalls.DomainSnapshotLookupByName;
import dev.jvirt.protocol.domain.DomainSnapshotCallsClient;
import java.util.List;

/// Snapshots of domains of the far host.
final class RemoteDomainSnapshotDriver implements DomainSnapshotDriver {
    private final DomainSnapshotCallsClient calls;

    RemoteDomainSnapshotDriver(RemoteCaller caller) {
        this.calls = new DomainSnapshotCallsClient(caller);
    }

    @Override
    public DomainSnapshotId create(
            DomainId domain, String xml, Flags<DomainSnapshotCreateFlag> flags) {
        var call = new DomainSnapshotCreateXml(Identities.remote(domain), xml, flags.bits());
        return Identities.local(calls.domainSnapshotCreateXml(call).snap());
    }

    @Override
    public String xml(DomainSnapshotId snapshot, Flags<DomainSnapshotXmlFlag> flags) {
        var call = new DomainSnapshotGetXmlDesc(Identities.remote(snapshot), flags.bits());
        return calls.domainSnapshotGetXmlDesc(call).xml();
    }

    @Override
    public List<DomainSnapshotId> list(DomainId domain, Flags<DomainSnapshotListFlag> flags) {
        var call = new DomainListAllSnapshots(Identities.remote(domain), 1, flags.bits());
        return calls.domainListAllSnapshots(call).snapshots().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public List<DomainSnapshotId> listChildren(
            DomainSnapshotId snapshot, Flags<DomainSnapshotListFlag> flags) {
        var call = new DomainSnapshotListAllChildren(Identities.remote(snapshot), 1, flags.bits());
        return calls.domainSnapshotListAllChildren(call).snapshots().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public DomainSnapshotId lookupByName(DomainId domain, String name, int flags) {
        var call = new DomainSnapshotLookupByName(Identities.remote(domain), name, flags);
        return Identities.local(calls.domainSnapshotLookupByName(call).snap());
    }

    @Override
    public boolean hasCurrent(DomainId domain, int flags) {
        var call = new DomainHasCurrentSnapshot(Identities.remote(domain), flags);
        return calls.domainHasCurrentSnapshot(call).result() != 0;
    }

    @Override
    public DomainSnapshotId current(DomainId domain, int flags) {
        var call = new DomainSnapshotCurrent(Identities.remote(domain), flags);
        return Identities.local(calls.domainSnapshotCurrent(call).snap());
    }

    @Override
    public DomainSnapshotId parent(DomainSnapshotId snapshot, int flags) {
        var call = new DomainSnapshotGetParent(Identities.remote(snapshot), flags);
        return Identities.local(calls.domainSnapshotGetParent(call).snap());
    }

    @Override
    public boolean isCurrent(DomainSnapshotId snapshot, int flags) {
        var call = new DomainSnapshotIsCurrent(Identities.remote(snapshot), flags);
        return calls.domainSnapshotIsCurrent(call).current() != 0;
    }

    @Override
    public boolean hasMetadata(DomainSnapshotId snapshot, int flags) {
        var call = new DomainSnapshotHasMetadata(Identities.remote(snapshot), flags);
        return calls.domainSnapshotHasMetadata(call).metadata() != 0;
    }

    @Override
    public void revert(DomainSnapshotId snapshot, Flags<DomainSnapshotRevertFlag> flags) {
        calls.domainRevertToSnapshot(
                new DomainRevertToSnapshot(Identities.remote(snapshot), flags.bits()));
    }

    @Override
    public void delete(DomainSnapshotId snapshot, Flags<DomainSnapshotDeleteFlag> flags) {
        calls.domainSnapshotDelete(
                new DomainSnapshotDelete(Identities.remote(snapshot), flags.bits()));
    }
}
