package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainBackupFlag;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointListFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainId;
import java.util.List;
import java.util.Optional;

/// What a driver can do with checkpoints of domains, and with backups. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface DomainCheckpointDriver {
    /// Makes a checkpoint, or defines one anew.
    @Since("5.6.0")
    default DomainCheckpointId create(
            DomainId domain, String xml, Flags<DomainCheckpointCreateFlag> flags) {
        throw unsupported("virDomainCheckpointCreateXML");
    }

    /// The document of a checkpoint.
    @Since("5.6.0")
    default String xml(DomainCheckpointId checkpoint, Flags<DomainCheckpointXmlFlag> flags) {
        throw unsupported("virDomainCheckpointGetXMLDesc");
    }

    /// The checkpoints of a domain that pass the filters.
    @Since("5.6.0")
    default List<DomainCheckpointId> list(DomainId domain, Flags<DomainCheckpointListFlag> flags) {
        throw unsupported("virDomainListAllCheckpoints");
    }

    /// The checkpoints that were made after a checkpoint and pass the filters.
    @Since("5.6.0")
    default List<DomainCheckpointId> listChildren(
            DomainCheckpointId checkpoint, Flags<DomainCheckpointListFlag> flags) {
        throw unsupported("virDomainCheckpointListAllChildren");
    }

    /// The checkpoint with that name, or NO_DOMAIN_CHECKPOINT. `flags` must be 0.
    @Since("5.6.0")
    default DomainCheckpointId lookupByName(DomainId domain, String name, int flags) {
        throw unsupported("virDomainCheckpointLookupByName");
    }

    /// The checkpoint before a checkpoint, or NO_DOMAIN_CHECKPOINT. `flags` must be 0.
    @Since("5.6.0")
    default DomainCheckpointId parent(DomainCheckpointId checkpoint, int flags) {
        throw unsupported("virDomainCheckpointGetParent");
    }

    /// Deletes a checkpoint.
    @Since("5.6.0")
    default void delete(DomainCheckpointId checkpoint, Flags<DomainCheckpointDeleteFlag> flags) {
        throw unsupported("virDomainCheckpointDelete");
    }

    /// Starts a backup, which is a job of the domain.
    ///
    /// @param checkpointXml a checkpoint to make at the same instant; empty for none
    @Since("6.0.0")
    default void beginBackup(
            DomainId domain,
            String backupXml,
            Optional<String> checkpointXml,
            Flags<DomainBackupFlag> flags) {
        throw LibvirtException.unsupported(ErrorDomain.DOMAIN, "virDomainBackupBegin");
    }

    /// The document of the backup under way, or NO_DOMAIN_BACKUP. `flags` must be 0.
    @Since("6.0.0")
    default String backupXml(DomainId domain, int flags) {
        throw LibvirtException.unsupported(ErrorDomain.DOMAIN, "virDomainBackupGetXMLDesc");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN_CHECKPOINT, function);
    }
}
