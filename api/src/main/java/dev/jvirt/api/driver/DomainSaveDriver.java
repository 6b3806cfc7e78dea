package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import java.util.Optional;

/// What a driver can do with domains in files. A driver overrides what it supports; the rest
/// answers NO_SUPPORT. Paths are absolute.
public interface DomainSaveDriver {
    /// Saves the running domain to a file and stops it.
    ///
    /// @param xml what the domain shall be when it is restored
    @Since("0.9.4")
    default void save(
            DomainId domain,
            String file,
            Optional<String> xml,
            Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainSaveFlags");
    }

    /// Saves the running domain as the parameters say.
    @Since("8.4.0")
    default void saveParameters(
            DomainId domain, TypedParameters parameters, Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainSaveParams");
    }

    /// Starts the domain that a file holds.
    ///
    /// @param xml what the domain shall be
    @Since("0.9.4")
    default void restore(String file, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainRestoreFlags");
    }

    /// Starts a saved domain as the parameters say.
    @Since("8.4.0")
    default void restoreParameters(TypedParameters parameters, Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainRestoreParams");
    }

    /// The document of the domain that a file holds.
    @Since("0.9.4")
    default String imageXml(String file, Flags<DomainSaveImageXmlFlag> flags) {
        throw unsupported("virDomainSaveImageGetXMLDesc");
    }

    /// Changes the document of the domain that a file holds.
    @Since("0.9.4")
    default void defineImageXml(String file, String xml, Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainSaveImageDefineXML");
    }

    /// Saves the running domain and stops it; its next start goes on from there.
    @Since("0.8.0")
    default void managedSave(DomainId domain, Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainManagedSave");
    }

    /// Removes what was saved for the next start. `flags` must be 0.
    @Since("0.8.0")
    default void removeManagedSave(DomainId domain, int flags) {
        throw unsupported("virDomainManagedSaveRemove");
    }

    /// The document of what was saved for the next start.
    @Since("3.7.0")
    default String managedSaveXml(DomainId domain, Flags<DomainSaveImageXmlFlag> flags) {
        throw unsupported("virDomainManagedSaveGetXMLDesc");
    }

    /// Changes the document of what was saved for the next start.
    @Since("3.7.0")
    default void defineManagedSaveXml(
            DomainId domain, Optional<String> xml, Flags<DomainSaveRestoreFlag> flags) {
        throw unsupported("virDomainManagedSaveDefineXML");
    }

    /// Writes the memory of the domain to a file.
    @Since("1.2.3")
    default void coreDump(
            DomainId domain, String file, CoreDumpFormat format, Flags<DomainCoreDumpFlag> flags) {
        throw unsupported("virDomainCoreDumpWithFormat");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
