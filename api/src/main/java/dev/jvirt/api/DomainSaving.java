package dev.jvirt.api;

import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.driver.NamedCall;
import java.util.Optional;

/// A domain in files: saved, dumped, its managed save. [SavedDomains] brings them back.
///
/// The files are on the host of the hypervisor. A relative path begins in the folder of this
/// process.
///
/// @param domain that it belongs to
public record DomainSaving(Domain domain) {
    private DomainId id() {
        return domain.identity();
    }

    private DomainSaveDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainSaves();
    }

    /// Saves the running domain to a file and stops it (`virDomainSave`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it does not run
    /// @since 0.0.3
    public void save(String file) {
        save("virDomainSave", file, Optional.empty(), Flags.none());
    }

    /// Saves the running domain to a file and stops it (`virDomainSaveFlags`).
    ///
    /// @param xml what the domain shall be when it is restored: the same but for what the guest
    /// cannot see, for example the paths of its disks; empty for no change
    /// @throws LibvirtException OPERATION_INVALID if it does not run
    /// @since 0.9.4
    public void save(String file, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        save("virDomainSaveFlags", file, xml, flags);
    }

    private void save(
            String function,
            String file,
            Optional<String> xml,
            Flags<DomainSaveRestoreFlag> flags) {
        DomainSaveDriver driver = changing(function);
        SavedDomains.checkState(function, flags);
        String path = new DomainArguments(function).absolute(file, "output");
        NamedCall.run(ErrorDomain.DOMAIN, function, () -> driver.save(id(), path, xml, flags));
        domain.stopped();
    }

    /// Saves the running domain and stops it (`virDomainSaveParams`).
    ///
    /// @param parameters `file`, and perhaps `dxml`, `image_format`, `parallel.channels`; the
    /// driver may have a place for it if there is no file
    /// @since 8.4.0
    public void save(TypedParameters parameters, Flags<DomainSaveRestoreFlag> flags) {
        DomainSaveDriver driver = changing("virDomainSaveParams");
        SavedDomains.checkState("virDomainSaveParams", flags);
        driver.saveParameters(id(), parameters, flags);
        domain.stopped();
    }

    // -- managed save: the driver keeps the file --

    /// Saves the running domain and stops it; its next start goes on from there
    /// (`virDomainManagedSave`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it does not run, or is not defined
    /// @since 0.8.0
    public void managedSave(Flags<DomainSaveRestoreFlag> flags) {
        DomainSaveDriver driver = changing("virDomainManagedSave");
        SavedDomains.checkState("virDomainManagedSave", flags);
        driver.managedSave(id(), flags);
        domain.stopped();
    }

    /// Removes what was saved for the next start, if there is anything
    /// (`virDomainManagedSaveRemove`).
    ///
    /// @param flags 0
    /// @since 0.8.0
    public void removeManagedSave(int flags) {
        changing("virDomainManagedSaveRemove").removeManagedSave(id(), flags);
    }

    /// The document of what was saved for the next start (`virDomainManagedSaveGetXMLDesc`).
    ///
    /// @throws LibvirtException OPERATION_DENIED for SECURE on a read-only connection
    /// @since 3.7.0
    public String managedSaveXml(Flags<DomainSaveImageXmlFlag> flags) {
        String function = "virDomainManagedSaveGetXMLDesc";
        DomainSaveDriver driver = domain.connection().reading(function).domainSaves();
        if (domain.connection().isReadOnly() && flags.has(DomainSaveImageXmlFlag.SECURE)) {
            throw Connection.denied(function + " with secure flag");
        }
        return driver.managedSaveXml(id(), flags);
    }

    /// Changes the document of what was saved for the next start
    /// (`virDomainManagedSaveDefineXML`).
    ///
    /// @param xml the same but for what the guest cannot see; empty to change flags alone
    /// @param flags whether the domain shall run then
    /// @since 3.7.0
    public void defineManagedSaveXml(Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        String function = "virDomainManagedSaveDefineXML";
        domain.connection().reading(function);
        SavedDomains.checkState(function, flags);
        changing(function).defineManagedSaveXml(id(), xml, flags);
    }

    // -- dumps --

    /// Writes the memory of the domain to a file, raw (`virDomainCoreDump`).
    ///
    /// @since 0.1.9
    public void coreDump(String file, Flags<DomainCoreDumpFlag> flags) {
        coreDump("virDomainCoreDump", file, CoreDumpFormat.RAW, flags);
    }

    /// Writes the memory of the domain to a file (`virDomainCoreDumpWithFormat`).
    ///
    /// @param format other than RAW needs MEMORY_ONLY with most drivers
    /// @since 1.2.3
    public void coreDump(String file, CoreDumpFormat format, Flags<DomainCoreDumpFlag> flags) {
        coreDump("virDomainCoreDumpWithFormat", file, format, flags);
    }

    private void coreDump(
            String function, String file, CoreDumpFormat format, Flags<DomainCoreDumpFlag> flags) {
        DomainSaveDriver driver = changing(function);
        new FlagRules<>(ErrorDomain.DOMAIN, function, "VIR_DUMP_", flags)
                .exclusive(DomainCoreDumpFlag.CRASH, DomainCoreDumpFlag.LIVE)
                .exclusive(DomainCoreDumpFlag.CRASH, DomainCoreDumpFlag.RESET)
                .exclusive(DomainCoreDumpFlag.LIVE, DomainCoreDumpFlag.RESET);
        String path = new DomainArguments(function).absolute(file, "core");
        NamedCall.run(
                ErrorDomain.DOMAIN, function, () -> driver.coreDump(id(), path, format, flags));
    }
}
