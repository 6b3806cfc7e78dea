package dev.jvirt.api;

import dev.jvirt.api.domain.DomainBackupFlag;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointListFlag;
import dev.jvirt.api.driver.DomainCheckpointDriver;
import java.util.List;
import java.util.Optional;

/// The checkpoints of a domain, and its backups: a checkpoint is an instant from which on the
/// changes of the disks are noted, so that a backup can hold these changes alone.
///
/// @param domain that it belongs to
public record DomainCheckpoints(Domain domain) {

    private DomainCheckpointDriver reading(String function) {
        return domain.connection().reading(function).domainCheckpoints();
    }

    private DomainCheckpointDriver changing(ErrorDomain part, String function) {
        return domain.connection().changing(part, function).domainCheckpoints();
    }

    private DomainCheckpoint checkpoint(DomainCheckpointId identity) {
        return new DomainCheckpoint(domain.connection(), identity);
    }

    /// Makes a checkpoint (`virDomainCheckpointCreateXML`).
    ///
    /// @param xml a `<domaincheckpoint>` document; may be as small as `<domaincheckpoint/>`
    /// @throws LibvirtException INVALID_ARG for flags that do not go together
    /// @since 5.6.0
    public DomainCheckpoint create(String xml, Flags<DomainCheckpointCreateFlag> flags) {
        String function = "virDomainCheckpointCreateXML";
        DomainCheckpointDriver driver = changing(ErrorDomain.DOMAIN_CHECKPOINT, function);
        new FlagRules<>(
                        ErrorDomain.DOMAIN_CHECKPOINT,
                        function,
                        "VIR_DOMAIN_CHECKPOINT_CREATE_",
                        flags)
                .exclusive(DomainCheckpointCreateFlag.REDEFINE, DomainCheckpointCreateFlag.QUIESCE)
                .requires(
                        DomainCheckpointCreateFlag.REDEFINE_VALIDATE,
                        DomainCheckpointCreateFlag.REDEFINE);
        return checkpoint(driver.create(domain.identity(), xml, flags));
    }

    /// The checkpoints that pass the filters (`virDomainListAllCheckpoints`).
    ///
    /// @param flags [DomainCheckpointListFlag#ROOTS] leaves out those that have a parent
    /// @since 5.6.0
    public List<DomainCheckpoint> list(Flags<DomainCheckpointListFlag> flags) {
        return reading("virDomainListAllCheckpoints").list(domain.identity(), flags).stream()
                .map(this::checkpoint)
                .toList();
    }

    /// The checkpoint with that name (`virDomainCheckpointLookupByName`).
    ///
    /// @param flags 0
    /// @throws LibvirtException NO_DOMAIN_CHECKPOINT if there is none
    /// @since 5.6.0
    public DomainCheckpoint lookupByName(String name, int flags) {
        return checkpoint(
                reading("virDomainCheckpointLookupByName")
                        .lookupByName(domain.identity(), name, flags));
    }

    /// Starts a backup, which goes on as a job of the domain (`virDomainBackupBegin`).
    ///
    /// @param backupXml a `<domainbackup>` document: what is written where, or offered to whom
    /// @param checkpointXml a checkpoint to make at the same instant, from which the next backup
    /// can start; empty for none
    /// @since 6.0.0
    public void beginBackup(
            String backupXml, Optional<String> checkpointXml, Flags<DomainBackupFlag> flags) {
        changing(ErrorDomain.DOMAIN, "virDomainBackupBegin")
                .beginBackup(domain.identity(), backupXml, checkpointXml, flags);
    }

    /// The document of the backup under way (`virDomainBackupGetXMLDesc`).
    ///
    /// @param flags 0
    /// @throws LibvirtException NO_DOMAIN_BACKUP if there is none
    /// @since 6.0.0
    public String backupXml(int flags) {
        return reading("virDomainBackupGetXMLDesc").backupXml(domain.identity(), flags);
    }
}
