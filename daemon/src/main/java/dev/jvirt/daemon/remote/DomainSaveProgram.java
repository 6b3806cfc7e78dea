package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainSaving;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.SavedDomains;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainCoreDump;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainCoreDumpWithFormat;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainManagedSave;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainManagedSaveDefineXml;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainManagedSaveGetXmlDesc;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainManagedSaveRemove;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainRestore;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainRestoreFlags;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainRestoreParams;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSave;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSaveFlags;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSaveImageDefineXml;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSaveImageGetXmlDesc;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSaveParams;
import dev.jvirt.protocol.domain.DomainSaveCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;

/// Domains in files.
record DomainSaveProgram(RemoteSession session) implements DomainSaveCallsHandler {

    private DomainSaving saving(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).saving();
    }

    private SavedDomains saved() {
        return session.connection().savedDomains();
    }

    @Override
    public void domainSave(DomainSave message) {
        saving(message.domain()).save(message.to());
    }

    @Override
    public void domainSaveFlags(DomainSaveFlags message) {
        saving(message.domain()).save(message.to(), message.dxml(), new Flags<>(message.flags()));
    }

    @Override
    public void domainSaveParams(DomainSaveParams message) {
        saving(message.domain())
                .save(Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public void domainRestore(DomainRestore message) {
        saved().restore(message.from());
    }

    @Override
    public void domainRestoreFlags(DomainRestoreFlags message) {
        saved().restore(message.from(), message.dxml(), new Flags<>(message.flags()));
    }

    @Override
    public void domainRestoreParams(DomainRestoreParams message) {
        saved().restore(Parameters.local(message.params()), new Flags<>(message.flags()));
    }

    @Override
    public DomainSaveImageGetXmlDesc.Reply domainSaveImageGetXmlDesc(
            DomainSaveImageGetXmlDesc message) {
        return new DomainSaveImageGetXmlDesc.Reply(
                saved().xml(message.file(), new Flags<>(message.flags())));
    }

    @Override
    public void domainSaveImageDefineXml(DomainSaveImageDefineXml message) {
        saved().defineXml(message.file(), message.dxml(), new Flags<>(message.flags()));
    }

    @Override
    public void domainManagedSave(DomainManagedSave message) {
        saving(message.domain()).managedSave(new Flags<>(message.flags()));
    }

    @Override
    public void domainManagedSaveRemove(DomainManagedSaveRemove message) {
        saving(message.domain()).removeManagedSave(message.flags());
    }

    @Override
    public DomainManagedSaveGetXmlDesc.Reply domainManagedSaveGetXmlDesc(
            DomainManagedSaveGetXmlDesc message) {
        return new DomainManagedSaveGetXmlDesc.Reply(
                saving(message.domain()).managedSaveXml(new Flags<>(message.flags())));
    }

    @Override
    public void domainManagedSaveDefineXml(DomainManagedSaveDefineXml message) {
        saving(message.domain()).defineManagedSaveXml(message.dxml(), new Flags<>(message.flags()));
    }

    @Override
    public void domainCoreDump(DomainCoreDump message) {
        saving(message.domain()).coreDump(message.to(), new Flags<>(message.flags()));
    }

    @Override
    public void domainCoreDumpWithFormat(DomainCoreDumpWithFormat message) {
        String function = "virDomainCoreDumpWithFormat";
        session.writable(ErrorDomain.DOMAIN, function);
        int number = message.dumpformat();
        var format =
                CoreDumpFormat.of(number)
                        .orElseThrow(
                                () ->
                                        LibvirtException.invalidArgument(
                                                ErrorDomain.DOMAIN,
                                                function,
                                                "flags",
                                                "dumpformat '%d' is not supported"
                                                        .formatted(number)));
        saving(message.domain()).coreDump(message.to(), format, new Flags<>(message.flags()));
    }
}
