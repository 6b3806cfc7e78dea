package dev.jvirt.api;

import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.driver.NamedCall;
import java.util.Optional;

/// Domains in files: restored, and their files changed.
///
/// The files are on the host of the hypervisor. A relative path begins in the folder of this
/// process.
///
/// @param connection that it belongs to
public record SavedDomains(Connection connection) {
    private DomainSaveDriver changing(String function) {
        return connection.changing(ErrorDomain.DOMAIN, function).domainSaves();
    }

    /// Starts the domain that a file holds, where it stopped (`virDomainRestore`).
    ///
    /// @since 0.0.3
    public void restore(String file) {
        restore("virDomainRestore", file, Optional.empty(), Flags.none());
    }

    /// Starts the domain that a file holds, where it stopped (`virDomainRestoreFlags`).
    ///
    /// @param xml what the domain shall be: the same but for what the guest cannot see, for example
    /// the paths of its disks; empty for no change
    /// @since 0.9.4
    public void restore(String file, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        restore("virDomainRestoreFlags", file, xml, flags);
    }

    private void restore(
            String function,
            String file,
            Optional<String> xml,
            Flags<DomainSaveRestoreFlag> flags) {
        DomainSaveDriver driver = changing(function);
        checkState(function, flags);
        String path = new DomainArguments(function).absolute(file, "input");
        NamedCall.run(ErrorDomain.DOMAIN, function, () -> driver.restore(path, xml, flags));
    }

    /// Starts a saved domain (`virDomainRestoreParams`).
    ///
    /// @param parameters `file`, and perhaps `dxml` and `parallel.channels`
    /// @since 8.4.0
    public void restore(TypedParameters parameters, Flags<DomainSaveRestoreFlag> flags) {
        DomainSaveDriver driver = changing("virDomainRestoreParams");
        checkState("virDomainRestoreParams", flags);
        driver.restoreParameters(parameters, flags);
    }

    /// The document of the domain that a file holds (`virDomainSaveImageGetXMLDesc`).
    ///
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 0.9.4
    public String xml(String file, Flags<DomainSaveImageXmlFlag> flags) {
        String function = "virDomainSaveImageGetXMLDesc";
        DomainSaveDriver driver = changing(function);
        return driver.imageXml(new DomainArguments(function).absolute(file, "input"), flags);
    }

    /// Changes the document of the domain that a file holds (`virDomainSaveImageDefineXML`).
    ///
    /// @param xml the same but for what the guest cannot see
    /// @param flags whether the domain shall run when it is restored
    /// @since 0.9.4
    public void defineXml(String file, String xml, Flags<DomainSaveRestoreFlag> flags) {
        String function = "virDomainSaveImageDefineXML";
        DomainSaveDriver driver = changing(function);
        checkState(function, flags);
        String path = new DomainArguments(function).absolute(file, "input");
        driver.defineImageXml(path, xml, flags);
    }

    /// A domain cannot be both running and paused.
    static void checkState(String function, Flags<DomainSaveRestoreFlag> flags) {
        new FlagRules<>(ErrorDomain.DOMAIN, function, "VIR_DOMAIN_SAVE_", flags)
                .exclusive(DomainSaveRestoreFlag.RUNNING, DomainSaveRestoreFlag.PAUSED);
    }
}
