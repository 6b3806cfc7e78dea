package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import java.nio.file.Path;
import java.util.Optional;

/// The domains of a world in files.
final class TestSaveDriver implements DomainSaveDriver {
    private static final FormatFlags COMPLETE = new FormatFlags(true, false, false, false);

    private final DomainAccess access;
    private final TestLifeCycle lifeCycle;

    TestSaveDriver(DomainAccess access) {
        this.access = access;
        this.lifeCycle = new TestLifeCycle(access);
    }

    @Override
    public void save(
            DomainId domain,
            String file,
            Optional<String> xml,
            Flags<DomainSaveRestoreFlag> flags) {
        flags.allow(TEST, "testDomainSaveFlags");
        requireNoXml(xml);
        access.change(domain, "virDomainSaveFlags", object -> save(object, file));
    }

    private static void requireNoXml(Optional<String> xml) {
        if (xml.isPresent()) {
            throw new LibvirtException(
                    TEST, ErrorCode.ARGUMENT_UNSUPPORTED, "xml modification unsupported");
        }
    }

    private void save(DomainObject domain, String file) {
        DomainAccess.requireActive(domain.published());
        String document = domain.published().current().format(COMPLETE);
        new SavedImage(Path.of(file)).write(domain.name(), document);
        lifeCycle.stop(domain, ShutoffReason.SAVED, LifecycleDetail.STOPPED_SAVED);
    }

    @Override
    public void restore(String file, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        flags.allow(TEST, "testDomainRestoreFlags");
        requireNoXml(xml);
        lifeCycle.restore(definition(file));
    }

    private static DomainDefinition definition(String file) {
        return TestDocuments.DOMAINS.read(new SavedImage(Path.of(file)).document());
    }

    @Override
    public String imageXml(String file, Flags<DomainSaveImageXmlFlag> flags) {
        flags.allow(TEST, "testDomainSaveImageGetXMLDesc", DomainSaveImageXmlFlag.SECURE);
        return definition(file)
                .format(
                        new FormatFlags(
                                flags.has(DomainSaveImageXmlFlag.SECURE), false, false, false));
    }

    @Override
    public void defineImageXml(String file, String xml, Flags<DomainSaveRestoreFlag> flags) {
        flags.allow(
                TEST,
                "testDomainSaveImageDefineXML",
                DomainSaveRestoreFlag.RUNNING,
                DomainSaveRestoreFlag.PAUSED);
        definition(file);
        DomainDefinition changed = TestDocuments.DOMAINS.read(xml);
        new SavedImage(Path.of(file)).write(changed.name(), changed.format(COMPLETE));
    }

    @Override
    public void managedSave(DomainId domain, Flags<DomainSaveRestoreFlag> flags) {
        flags.allow(
                TEST,
                "testDomainManagedSave",
                DomainSaveRestoreFlag.BYPASS_CACHE,
                DomainSaveRestoreFlag.RUNNING,
                DomainSaveRestoreFlag.PAUSED);
        access.change(
                domain,
                "virDomainManagedSave",
                object -> {
                    DomainAccess.requireActive(object.published());
                    if (!object.published().persistent()) {
                        throw TestErrors.invalidOperation(
                                "cannot do managed save for transient domain");
                    }
                    lifeCycle.stop(object, ShutoffReason.SAVED, LifecycleDetail.STOPPED_SAVED);
                    access.world().saved().add(object.uuid());
                });
    }

    @Override
    public void removeManagedSave(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainManagedSaveRemove", flags);
        access.world().saved().remove(access.require(domain).uuid());
    }

    @Override
    public void coreDump(
            DomainId domain, String file, CoreDumpFormat format, Flags<DomainCoreDumpFlag> flags) {
        flags.allow(TEST, "testDomainCoreDumpWithFormat", DomainCoreDumpFlag.CRASH);
        access.change(
                domain,
                "virDomainCoreDumpWithFormat",
                object -> {
                    DomainAccess.requireActive(object.published());
                    if (format != CoreDumpFormat.RAW) {
                        throw TestErrors.unsupported(
                                "kdump-compressed format is not supported here");
                    }
                    new SavedImage(Path.of(file)).dump(object.name());
                    if (flags.has(DomainCoreDumpFlag.CRASH)) {
                        lifeCycle.stop(
                                object, ShutoffReason.CRASHED, LifecycleDetail.STOPPED_CRASHED);
                    }
                });
    }
}
