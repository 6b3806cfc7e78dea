package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.api.domain.MigrationOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the state of a [Domain] is kept, copied and moved: a fourth of its methods.
abstract sealed class DomainCopies extends DomainFigures permits DomainDevices {
    DomainCopies(Connect connect, dev.jvirt.api.Domain domain) {
        super(connect, domain);
    }

    // -- its memory in files --

    /// Writes its memory into a file and stops it (`virDomainSave`).
    public void save(String to) throws LibvirtException {
        handle().run("virDomainSave", "to", to, (domain, file) -> domain.saving().save(file));
    }

    /// Writes its memory into a file that the daemon keeps, and stops it (`virDomainManagedSave`).
    ///
    /// @return 0
    public int managedSave() throws LibvirtException {
        handle().run("virDomainManagedSave", domain -> domain.saving().managedSave(Flags.none()));
        return 0;
    }

    /// Removes the file of [#managedSave()] (`virDomainManagedSaveRemove`).
    ///
    /// @return 0
    public int managedSaveRemove() throws LibvirtException {
        handle().run("virDomainManagedSaveRemove", domain -> domain.saving().removeManagedSave(0));
        return 0;
    }

    /// 1 if there is a file of [#managedSave()], 0 if not (`virDomainHasManagedSaveImage`).
    public int hasManagedSaveImage() throws LibvirtException {
        return handle().call(
                        "virDomainHasManagedSaveImage",
                        domain -> Numbers.of(domain.hasManagedSave(0)));
    }

    /// Writes its memory into a file for a debugger (`virDomainCoreDump`).
    ///
    /// @param flags 0, or libvirt's `virDomainCoreDumpFlags`
    public void coreDump(String to, int flags) throws LibvirtException {
        handle().run(
                        "virDomainCoreDump",
                        "to",
                        to,
                        (domain, file) -> domain.saving().coreDump(file, new Flags<>(flags)));
    }

    // -- snapshots --

    /// Makes a snapshot (`virDomainSnapshotCreateXML`).
    ///
    /// @param flags of [Domain.SnapshotCreateFlags]
    public DomainSnapshot snapshotCreateXML(String xmlDesc, int flags) throws LibvirtException {
        return snapshot(
                handle().call(
                                "virDomainSnapshotCreateXML",
                                "xmlDesc",
                                xmlDesc,
                                (domain, xml) ->
                                        domain.snapshots().create(xml, new Flags<>(flags))));
    }

    /// Makes a snapshot (`virDomainSnapshotCreateXML`).
    public DomainSnapshot snapshotCreateXML(String xmlDesc) throws LibvirtException {
        return snapshotCreateXML(xmlDesc, 0);
    }

    /// The snapshot that it was in last (`virDomainSnapshotCurrent`).
    public DomainSnapshot snapshotCurrent() throws LibvirtException {
        return snapshot(
                handle().call("virDomainSnapshotCurrent", domain -> domain.snapshots().current(0)));
    }

    /// 1 if there is a current snapshot, 0 if not (`virDomainHasCurrentSnapshot`).
    public int hasCurrentSnapshot() throws LibvirtException {
        return handle().call(
                        "virDomainHasCurrentSnapshot",
                        domain -> Numbers.of(domain.snapshots().hasCurrent(0)));
    }

    /// The names of its snapshots (`virDomainSnapshotListNames`).
    ///
    /// @param flags of [Domain.SnapshotListFlags]
    public String[] snapshotListNames(int flags) throws LibvirtException {
        return handle().call(
                        "virDomainSnapshotListNames",
                        domain ->
                                domain.snapshots().list(new Flags<>(flags)).stream()
                                        .map(dev.jvirt.api.DomainSnapshot::name)
                                        .toArray(String[]::new));
    }

    /// The names of its snapshots (`virDomainSnapshotListNames`).
    public String[] snapshotListNames() throws LibvirtException {
        return snapshotListNames(0);
    }

    /// The snapshot with that name (`virDomainSnapshotLookupByName`).
    public DomainSnapshot snapshotLookupByName(String name) throws LibvirtException {
        return snapshot(
                handle().call(
                                "virDomainSnapshotLookupByName",
                                "name",
                                name,
                                (domain, given) -> domain.snapshots().lookupByName(given, 0)));
    }

    /// How many snapshots it has (`virDomainSnapshotNum`).
    public int snapshotNum() throws LibvirtException {
        return handle().call(
                        "virDomainSnapshotNum",
                        domain -> domain.snapshots().list(Flags.none()).size());
    }

    /// Goes back to a snapshot (`virDomainRevertToSnapshot`).
    ///
    /// @return 0
    public int revertToSnapshot(DomainSnapshot snapshot) throws LibvirtException {
        snapshot.handle().run("virDomainRevertToSnapshot", state -> state.revert(Flags.none()));
        return 0;
    }

    private DomainSnapshot snapshot(dev.jvirt.api.DomainSnapshot snapshot) {
        return new DomainSnapshot(getConnect(), snapshot);
    }

    // -- checkpoints and backups --

    /// Makes a checkpoint (`virDomainCheckpointCreateXML`).
    ///
    /// @param flags of [Domain.CheckpointCreateFlags]
    public DomainCheckpoint checkpointCreateXML(String xmlDesc, int flags) throws LibvirtException {
        return checkpoint(
                handle().call(
                                "virDomainCheckpointCreateXML",
                                "xmlDesc",
                                xmlDesc,
                                (domain, xml) ->
                                        domain.checkpoints().create(xml, new Flags<>(flags))));
    }

    /// Makes a checkpoint (`virDomainCheckpointCreateXML`).
    public DomainCheckpoint checkpointCreateXML(String xmlDesc) throws LibvirtException {
        return checkpointCreateXML(xmlDesc, 0);
    }

    /// Its checkpoints (`virDomainListAllCheckpoints`).
    ///
    /// @param flags of [Domain.CheckpointListFlags]
    public DomainCheckpoint[] listAllCheckpoints(int flags) throws LibvirtException {
        return handle()
                .call(
                        "virDomainListAllCheckpoints",
                        domain -> domain.checkpoints().list(new Flags<>(flags)))
                .stream()
                .map(this::checkpoint)
                .toArray(DomainCheckpoint[]::new);
    }

    /// The checkpoint with that name; null if there is none, or can be none
    /// (`virDomainCheckpointLookupByName`).
    public @Nullable DomainCheckpoint checkpointLookupByName(String name) throws LibvirtException {
        try {
            return checkpoint(
                    handle().call(
                                    "virDomainCheckpointLookupByName",
                                    "name",
                                    name,
                                    (domain, given) ->
                                            domain.checkpoints().lookupByName(given, 0)));
        } catch (LibvirtException e) {
            return switch (e.getError().getCode()) {
                case VIR_ERR_NO_DOMAIN_CHECKPOINT, VIR_ERR_NO_SUPPORT -> null;
                default -> throw e;
            };
        }
    }

    /// The names of its checkpoints.
    ///
    /// @param flags of [Domain.CheckpointListFlags]
    public String[] checkpointListNames(int flags) throws LibvirtException {
        return handle().call(
                        "virDomainListAllCheckpoints",
                        domain ->
                                domain.checkpoints().list(new Flags<>(flags)).stream()
                                        .map(dev.jvirt.api.DomainCheckpoint::name)
                                        .toArray(String[]::new));
    }

    /// The names of its checkpoints.
    public String[] checkpointListNames() throws LibvirtException {
        return checkpointListNames(0);
    }

    private DomainCheckpoint checkpoint(dev.jvirt.api.DomainCheckpoint checkpoint) {
        return new DomainCheckpoint(getConnect(), checkpoint);
    }

    /// Begins a backup of its disks (`virDomainBackupBegin`).
    ///
    /// @param checkpointXML of a checkpoint that begins with it; null for none
    /// @param flags of [Domain.DomainBackupBeginFlags]
    public void backupBegin(String backupXML, @Nullable String checkpointXML, int flags)
            throws LibvirtException {
        handle().run(
                        "virDomainBackupBegin",
                        "backupXML",
                        backupXML,
                        (domain, xml) ->
                                domain.checkpoints()
                                        .beginBackup(
                                                xml,
                                                Optional.ofNullable(checkpointXML),
                                                new Flags<>(flags)));
    }

    /// The document of the backup under way (`virDomainBackupGetXMLDesc`).
    public String getBackupXMLDesc(int flags) throws LibvirtException {
        return handle().call(
                        "virDomainBackupGetXMLDesc",
                        domain -> domain.checkpoints().backupXml(flags));
    }

    // -- disks --

    /// Begins to copy a disk (`virDomainBlockCopy`).
    ///
    /// @param destination its `<disk>` element
    /// @param parameters with names of [Domain.BlockCopyParameters]
    /// @param flags of [Domain.BlockCopyFlags]
    public void blockCopy(String disk, String destination, TypedParameter[] parameters, int flags)
            throws LibvirtException {
        TypedParameters details = Parameters.client(parameters);
        handle().run(
                        "virDomainBlockCopy",
                        "disk",
                        disk,
                        (domain, given) ->
                                domain.disks()
                                        .copy(
                                                given,
                                                Handle.given(
                                                        "virDomainBlockCopy",
                                                        "destxml",
                                                        destination),
                                                details,
                                                new Flags<>(flags)));
    }

    /// Begins to merge layers of a disk downwards (`virDomainBlockCommit`).
    ///
    /// @param base the file that receives the data; null for the lowest one
    /// @param top the file whose data go down; null for the uppermost one
    /// @param bandwidth the limit in MiB/s; 0 for none
    /// @param flags of [Domain.BlockCommitFlags]
    public void blockCommit(
            String disk, @Nullable String base, @Nullable String top, long bandwidth, int flags)
            throws LibvirtException {
        var layers =
                new BlockCommit(Optional.ofNullable(base), Optional.ofNullable(top), bandwidth);
        handle().run(
                        "virDomainBlockCommit",
                        "disk",
                        disk,
                        (domain, given) ->
                                domain.disks().commit(given, layers, new Flags<>(flags)));
    }

    /// Ends the job on a disk (`virDomainBlockJobAbort`).
    ///
    /// @param flags of [Domain.BlockJobAbortFlags]
    public void blockJobAbort(String disk, int flags) throws LibvirtException {
        handle().run(
                        "virDomainBlockJobAbort",
                        "disk",
                        disk,
                        (domain, given) -> domain.disks().abortJob(given, new Flags<>(flags)));
    }

    // -- migration --

    /// Moves it to another host (`virDomainMigrate2`).
    ///
    /// @param flags of [Domain.MigrateFlags]
    /// @param dxml the document it shall have there; null for its own
    /// @param dname the name it shall have there; null for its own
    /// @param uri by which it is sent; null to have that found out
    /// @param bandwidth the most that is sent, in MiB/s; 0 for no limit
    public Domain migrate(
            Connect dconn,
            long flags,
            @Nullable String dxml,
            @Nullable String dname,
            @Nullable String uri,
            long bandwidth)
            throws LibvirtException {
        return arrived(
                dconn,
                handle().call(
                                "virDomainMigrate2",
                                domain ->
                                        domain.migration()
                                                .migrate2(
                                                        dconn.handle().target(),
                                                        Optional.ofNullable(dxml),
                                                        options(dname, uri, bandwidth),
                                                        new Flags<>((int) flags))));
    }

    /// Moves it to another host (`virDomainMigrate`).
    ///
    /// @param flags of [Domain.MigrateFlags]
    /// @param dname the name it shall have there; null for its own
    /// @param uri by which it is sent; null to have that found out
    /// @param bandwidth the most that is sent, in MiB/s; 0 for no limit
    public Domain migrate(
            Connect dconn, long flags, @Nullable String dname, @Nullable String uri, long bandwidth)
            throws LibvirtException {
        return arrived(
                dconn,
                handle().call(
                                "virDomainMigrate",
                                domain ->
                                        domain.migration()
                                                .migrate(
                                                        dconn.handle().target(),
                                                        options(dname, uri, bandwidth),
                                                        new Flags<>((int) flags))));
    }

    /// Moves it to another host (`virDomainMigrate3`).
    ///
    /// @param params with names of [Domain.DomainMigrateParameters]
    /// @param flags of [Domain.MigrateFlags]
    public Domain migrate(Connect dconn, TypedParameter[] params, long flags)
            throws LibvirtException {
        TypedParameters details = Parameters.client(params);
        return arrived(
                dconn,
                handle().call(
                                "virDomainMigrate3",
                                domain ->
                                        domain.migration()
                                                .migrate3(
                                                        dconn.handle().target(),
                                                        details,
                                                        new Flags<>((int) flags))));
    }

    /// Moves it to another host (`virDomainMigrate3`).
    ///
    /// @param params with names of [Domain.DomainMigrateParameters]
    /// @param flags of [Domain.MigrateFlags]
    public Domain migrate(Connect dconn, TypedParameter[] params, int flags)
            throws LibvirtException {
        return migrate(dconn, params, (long) flags);
    }

    private static Domain arrived(Connect destination, dev.jvirt.api.Domain domain) {
        return new Domain(destination, domain);
    }

    private static MigrationOptions options(
            @Nullable String name, @Nullable String uri, long bandwidth) {
        return new MigrationOptions(Optional.ofNullable(name), Optional.ofNullable(uri), bandwidth);
    }

    /// How long it may stand still at the end of a migration, in milliseconds
    /// (`virDomainMigrateSetMaxDowntime`).
    ///
    /// @return 0
    public int migrateSetMaxDowntime(long downtime) throws LibvirtException {
        handle().run(
                        "virDomainMigrateSetMaxDowntime",
                        domain -> domain.migration().setMaxDowntime(downtime, 0));
        return 0;
    }

    /// Has the hosts move it by themselves (`virDomainMigrateToURI3`).
    ///
    /// @param params with names of [Domain.DomainMigrateParameters]
    /// @param flags of [Domain.MigrateFlags]
    /// @return 0
    public int migrateToURI(@Nullable String dconnuri, TypedParameter[] params, int flags)
            throws LibvirtException {
        TypedParameters details = Parameters.client(params);
        handle().run(
                        "virDomainMigrateToURI3",
                        domain ->
                                domain.migration()
                                        .migrateToUri3(
                                                Optional.ofNullable(dconnuri),
                                                details,
                                                new Flags<>(flags)));
        return 0;
    }

    /// Has the hosts move it by themselves (`virDomainMigrateToURI2`).
    ///
    /// @param flags of [Domain.MigrateFlags]
    /// @return 0
    public int migrateToURI(
            @Nullable String dconnuri,
            @Nullable String miguri,
            @Nullable String dxml,
            long flags,
            @Nullable String dname,
            long bandwidth)
            throws LibvirtException {
        handle().run(
                        "virDomainMigrateToURI2",
                        domain ->
                                domain.migration()
                                        .migrateToUri2(
                                                Optional.ofNullable(dconnuri),
                                                Optional.ofNullable(dxml),
                                                options(dname, miguri, bandwidth),
                                                new Flags<>((int) flags)));
        return 0;
    }

    /// Has the hosts move it by themselves (`virDomainMigrateToURI`).
    ///
    /// @param flags of [Domain.MigrateFlags]
    /// @return 0
    public int migrateToURI(String uri, long flags, @Nullable String dname, long bandwidth)
            throws LibvirtException {
        handle().run(
                        "virDomainMigrateToURI",
                        "duri",
                        uri,
                        (domain, given) ->
                                domain.migration()
                                        .migrateToUri(
                                                given,
                                                Optional.ofNullable(dname),
                                                bandwidth,
                                                new Flags<>((int) flags)));
        return 0;
    }
}
