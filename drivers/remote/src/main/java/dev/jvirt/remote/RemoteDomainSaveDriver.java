package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.api.driver.DomainSaveDriver;
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
import dev.jvirt.protocol.domain.DomainSaveCallsClient;
import java.util.Optional;

/// Domains in files of the far host. The older calls are sent where they say the same: every daemon
/// has them.
record RemoteDomainSaveDriver(RemoteCaller caller) implements DomainSaveDriver {

    private DomainSaveCallsClient calls() {
        return new DomainSaveCallsClient(caller);
    }

    @Override
    public void save(
            DomainId domain,
            String file,
            Optional<String> xml,
            Flags<DomainSaveRestoreFlag> flags) {
        if (xml.isEmpty() && flags.bits() == 0) {
            calls().domainSave(new DomainSave(Identities.remote(domain), file));
        } else {
            calls().domainSaveFlags(
                            new DomainSaveFlags(
                                    Identities.remote(domain), file, xml, flags.bits()));
        }
    }

    @Override
    public void saveParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainSaveRestoreFlag> flags) {
        calls().domainSaveParams(
                        new DomainSaveParams(
                                Identities.remote(domain),
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public void restore(String file, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        if (xml.isEmpty() && flags.bits() == 0) {
            calls().domainRestore(new DomainRestore(file));
        } else {
            calls().domainRestoreFlags(new DomainRestoreFlags(file, xml, flags.bits()));
        }
    }

    @Override
    public void restoreParameters(TypedParameters parameters, Flags<DomainSaveRestoreFlag> flags) {
        calls().domainRestoreParams(
                        new DomainRestoreParams(Parameters.remote(parameters), flags.bits()));
    }

    @Override
    public String imageXml(String file, Flags<DomainSaveImageXmlFlag> flags) {
        return calls().domainSaveImageGetXmlDesc(new DomainSaveImageGetXmlDesc(file, flags.bits()))
                .xml();
    }

    @Override
    public void defineImageXml(String file, String xml, Flags<DomainSaveRestoreFlag> flags) {
        calls().domainSaveImageDefineXml(new DomainSaveImageDefineXml(file, xml, flags.bits()));
    }

    @Override
    public void managedSave(DomainId domain, Flags<DomainSaveRestoreFlag> flags) {
        calls().domainManagedSave(new DomainManagedSave(Identities.remote(domain), flags.bits()));
    }

    @Override
    public void removeManagedSave(DomainId domain, int flags) {
        calls().domainManagedSaveRemove(
                        new DomainManagedSaveRemove(Identities.remote(domain), flags));
    }

    @Override
    public String managedSaveXml(DomainId domain, Flags<DomainSaveImageXmlFlag> flags) {
        var call = new DomainManagedSaveGetXmlDesc(Identities.remote(domain), flags.bits());
        return calls().domainManagedSaveGetXmlDesc(call).xml();
    }

    @Override
    public void defineManagedSaveXml(
            DomainId domain, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        calls().domainManagedSaveDefineXml(
                        new DomainManagedSaveDefineXml(
                                Identities.remote(domain), xml, flags.bits()));
    }

    @Override
    public void coreDump(
            DomainId domain, String file, CoreDumpFormat format, Flags<DomainCoreDumpFlag> flags) {
        if (format == CoreDumpFormat.RAW) {
            calls().domainCoreDump(
                            new DomainCoreDump(Identities.remote(domain), file, flags.bits()));
        } else {
            calls().domainCoreDumpWithFormat(
                            new DomainCoreDumpWithFormat(
                                    Identities.remote(domain), file, format.code(), flags.bits()));
        }
    }
}
