package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainBackupFlag;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointListFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.DomainCheckpointDriver;
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
import dev.jvirt.protocol.domain.DomainCheckpointCallsClient;
import java.util.List;
import java.util.Optional;

/// Checkpoints and backups of domains of the far host.
final class RemoteDomainCheckpointDriver implements DomainCheckpointDriver {
    private final DomainCheckpointCallsClient calls;

    RemoteDomainCheckpointDriver(RemoteCaller caller) {
        this.calls = new DomainCheckpointCallsClient(caller);
    }

    @Override
    public DomainCheckpointId create(
            DomainId domain, String xml, Flags<DomainCheckpointCreateFlag> flags) {
        var call = new DomainCheckpointCreateXml(Identities.remote(domain), xml, flags.bits());
        return Identities.local(calls.domainCheckpointCreateXml(call).checkpoint());
    }

    @Override
    public String xml(DomainCheckpointId checkpoint, Flags<DomainCheckpointXmlFlag> flags) {
        var call = new DomainCheckpointGetXmlDesc(Identities.remote(checkpoint), flags.bits());
        return calls.domainCheckpointGetXmlDesc(call).xml();
    }

    @Override
    public List<DomainCheckpointId> list(DomainId domain, Flags<DomainCheckpointListFlag> flags) {
        var call = new DomainListAllCheckpoints(Identities.remote(domain), 1, flags.bits());
        return calls.domainListAllCheckpoints(call).checkpoints().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public List<DomainCheckpointId> listChildren(
            DomainCheckpointId checkpoint, Flags<DomainCheckpointListFlag> flags) {
        var call =
                new DomainCheckpointListAllChildren(Identities.remote(checkpoint), 1, flags.bits());
        return calls.domainCheckpointListAllChildren(call).checkpoints().stream()
                .map(Identities::local)
                .toList();
    }

    @Override
    public DomainCheckpointId lookupByName(DomainId domain, String name, int flags) {
        var call = new DomainCheckpointLookupByName(Identities.remote(domain), name, flags);
        return Identities.local(calls.domainCheckpointLookupByName(call).checkpoint());
    }

    @Override
    public DomainCheckpointId parent(DomainCheckpointId checkpoint, int flags) {
        var call = new DomainCheckpointGetParent(Identities.remote(checkpoint), flags);
        return Identities.local(calls.domainCheckpointGetParent(call).parent());
    }

    @Override
    public void delete(DomainCheckpointId checkpoint, Flags<DomainCheckpointDeleteFlag> flags) {
        calls.domainCheckpointDelete(
                new DomainCheckpointDelete(Identities.remote(checkpoint), flags.bits()));
    }

    @Override
    public void beginBackup(
            DomainId domain,
            String backupXml,
            Optional<String> checkpointXml,
            Flags<DomainBackupFlag> flags) {
        calls.domainBackupBegin(
                new DomainBackupBegin(
                        Identities.remote(domain), backupXml, checkpointXml, flags.bits()));
    }

    @Override
    public String backupXml(DomainId domain, int flags) {
        return calls.domainBackupGetXmlDesc(
                        new DomainBackupGetXmlDesc(Identities.remote(domain), flags))
                .xml();
    }
}
