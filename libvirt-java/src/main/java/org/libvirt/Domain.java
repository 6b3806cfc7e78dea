package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.host.NodeSuspendTarget;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.libvirt.event.AgentLifecycleListener;
import org.libvirt.event.BlockJobListener;
import org.libvirt.event.IOErrorListener;
import org.libvirt.event.LifecycleListener;
import org.libvirt.event.PMSuspendListener;
import org.libvirt.event.PMWakeupListener;
import org.libvirt.event.RebootListener;

/// A virtual machine or a container (`virDomainPtr`).
///
/// What it tells about itself is in [DomainFigures], snapshots and migrations are in
/// [DomainCopies], devices in [DomainDevices]; here are its life and its settings. Two of them are
/// equal if they have the same UUID and their connections are equal.
public non-sealed class Domain extends DomainDevices {
    /// How the layers of a disk are merged downwards (`virDomainBlockCommitFlags`).
    public static final class BlockCommitFlags {
        public static int SHALLOW = 1 << 0;
        public static int DELETE = 1 << 1;
        public static int ACTIVE = 1 << 2;
        public static int RELATIVE = 1 << 3;
        public static int BANDWIDTH_BYTES = 1 << 4;
    }

    /// How a disk is copied (`virDomainBlockCopyFlags`).
    public static final class BlockCopyFlags {
        public static int SHALLOW = 1 << 0;
        public static int REUSE_EXT = 1 << 1;
        public static int TRANSIENT_JOB = 1 << 2;
        public static int SYNCHRONOUS_WRITES = 1 << 3;
    }

    /// The names of what can be said about the copy of a disk.
    public static final class BlockCopyParameters {
        public static String BANDWIDTH = "bandwidth";
        public static String BUF_SIZE = "buf-size";
        public static String GRANULARITY = "granularity";
    }

    /// How a job on a disk is ended (`virDomainBlockJobAbortFlags`).
    public static final class BlockJobAbortFlags {
        public static int ASYNC = 1 << 0;
        public static int PIVOT = 1 << 1;
    }

    /// How a job on a disk is told of (`virDomainBlockJobInfoFlags`).
    public static final class BlockJobInfoFlags {
        public static int BANDWIDTH_BYTES = 1 << 0;
    }

    /// The kinds of jobs on a disk (`virDomainBlockJobType`).
    public static final class BlockJobType {
        public static int UNKNOWN = 0;
        public static int PULL = 1;
        public static int COPY = 2;
        public static int COMMIT = 3;
        public static int ACTIVE_COMMIT = 4;
        public static int BACKUP = 5;
        public static int LAST = 6;
    }

    /// How the size of a disk is meant (`virDomainBlockResizeFlags`).
    public static final class BlockResizeFlags {
        public static final int BYTES = 1 << 0;
    }

    /// How a checkpoint is made (`virDomainCheckpointCreateFlags`).
    public static final class CheckpointCreateFlags {
        public static final int REDEFINE = 1 << 0;
        public static final int QUIESCE = 1 << 1;
        public static final int REDEFINE_VALIDATE = 1 << 2;
    }

    /// Which checkpoints are listed (`virDomainCheckpointListFlags`).
    public static final class CheckpointListFlags {
        public static final int DESCENDANTS = 1 << 0;
        public static final int ROOTS = 1 << 0;
        public static final int TOPOLOGICAL = 1 << 1;
        public static final int LEAVES = 1 << 2;
        public static final int NO_LEAVES = 1 << 3;
    }

    /// How a domain starts (`virDomainCreateFlags`).
    public static final class CreateFlags {
        public static final int NONE = 0;
        public static final int PAUSED = 1 << 0;
        public static final int AUTODESTROY = 1 << 1;
        public static final int BYPASS_CACHE = 1 << 2;
        public static final int FORCE_BOOT = 1 << 3;
        public static final int VALIDATE = 1 << 4;
    }

    /// What a change of a device affects (`virDomainDeviceModifyFlags`).
    public static final class DeviceModifyFlags {
        public static final int CONFIG = 1 << 1;
        public static final int CURRENT = 0;
        public static final int LIVE = 1 << 0;
        public static final int FORCE = 1 << 2;
    }

    /// How a backup begins (`virDomainBackupBeginFlags`).
    public static final class DomainBackupBeginFlags {
        public static final int REUSE_EXTERNAL = 1 << 0;
    }

    /// Which job is told of (`virDomainGetJobStatsFlags`).
    public static final class DomainGetJobStatsFlags {
        public static final int COMPLETED = 1 << 0;
        public static final int KEEP_COMPLETED = 1 << 1;
    }

    /// The names of what can be said about a migration.
    public static final class DomainMigrateParameters {
        public static final String VIR_MIGRATE_PARAM_MIGRATE_DISKS = "migrate_disks";
        public static final String VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES =
                "migrate_disks_detect_zeroes";
        public static final String VIR_MIGRATE_PARAM_DEST_XML = "destination_xml";
        public static final String VIR_MIGRATE_PARAM_PERSIST_XML = "persistent_xml";
        public static final String VIR_MIGRATE_PARAM_BANDWIDTH = "bandwidth";
        public static final String VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY = "bandwidth.postcopy";
        public static final String VIR_MIGRATE_PARAM_DEST_NAME = "destination_name";
        public static final String VIR_MIGRATE_PARAM_GRAPHICS_URI = "graphics_uri";
        public static final String VIR_MIGRATE_PARAM_LISTEN_ADDRESS = "listen_address";
        public static final String VIR_MIGRATE_PARAM_URI = "migrate_uri";
        public static final String VIR_MIGRATE_PARAM_DISKS_PORT = "disks_port";
        public static final String VIR_MIGRATE_PARAM_DISKS_URI = "disks_uri";
        public static final String VIR_MIGRATE_PARAM_COMPRESSION = "compression";
        public static final String VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL = "compression.mt.level";
        public static final String VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS =
                "compression.mt.threads";
        public static final String VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS =
                "compression.mt.dthreads";
        public static final String VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE =
                "compression.xbzrle.cache";
        public static final String VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL =
                "auto_converge.initial";
        public static final String VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT =
                "auto_converge.increment";
        public static final String VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS = "parallel.connections";
        public static final String VIR_MIGRATE_PARAM_TLS_DESTINATION = "tls.destination";
    }

    /// How a password is given (`virDomainSetUserPasswordFlags`).
    public static final class DomainSetUserPasswordFlags {
        public static final int DOMAIN_PASSWORD_NOT_ENCRYPTED = 0;
        public static final int DOMAIN_PASSWORD_ENCRYPTED = 1 << 1;
    }

    /// Which job is told of (`virDomainGetJobStatsFlags`).
    public static final class GetJobStatsFlags {
        public static int COMPLETED = 1 << 0;
        public static int KEEP_COMPLETED = 1 << 1;
    }

    /// Who is asked for addresses (`virDomainInterfaceAddressesSource`).
    public static final class InterfaceAddressesSource {
        public static final int VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0;
        public static final int VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1;
        public static final int VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2;
    }

    /// What a job does (`virDomainJobOperation`).
    public static final class JobOperation {
        public static final int UNKNOWN = 0;
        public static final int START = 1;
        public static final int SAVE = 2;
        public static final int RESTORE = 3;
        public static final int MIGRATION_IN = 4;
        public static final int MIGRATION_OUT = 5;
        public static final int SNAPSHOT = 6;
        public static final int SNAPSHOT_REVERT = 7;
        public static final int DUMP = 8;
        public static final int BACKUP = 9;
        public static final int SNAPSHOT_DELETE = 10;
        public static final int LAST = 11;
    }

    /// Bits for the states of a job. Jobs themselves tell libvirt's numbers (`virDomainJobType`).
    public static final class JobType {
        public static int NONE = 1 << 0;
        public static int BOUNDED = 1 << 1;
        public static int UNBOUNDED = 1 << 2;
        public static int COMPLETED = 1 << 3;
        public static int FAILED = 1 << 4;
        public static int CANCELLED = 1 << 5;
    }

    /// The parts of the metadata (`virDomainMetadataType`).
    public static final class MetadataType {
        public static final int DESCRIPTION = 0;
        public static final int TITLE = 1;
        public static final int ELEMENT = 2;
    }

    /// How a domain is migrated (`virDomainMigrateFlags`).
    public static final class MigrateFlags {
        public static final int LIVE = 1 << 0;
        public static final int PEER2PEER = 1 << 1;
        public static final int TUNNELED = 1 << 2;
        public static final int PERSIST_DEST = 1 << 3;
        public static final int UNDEFINE_SOURCE = 1 << 4;
        public static final int PAUSED = 1 << 5;
        public static final int NON_SHARED_DISK = 1 << 6;
        public static final int NON_SHARED_INC = 1 << 7;
        public static final int CHANGE_PROTECTION = 1 << 8;
        public static final int UNSAFE = 1 << 9;
        public static final int OFFLINE = 1 << 10;
        public static final int COMPRESSED = 1 << 11;
        public static final int ABORT_ON_ERROR = 1 << 12;
        public static final int AUTO_CONVERGE = 1 << 13;
        public static final int RDMA_PIN_ALL = 1 << 14;
        public static final int POSTCOPY = 1 << 15;
        public static final int TLS = 1 << 16;
        public static final int PARALLEL = 1 << 17;
        public static final int NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18;
        public static final int POSTCOPY_RESUME = 1 << 19;
        public static final int ZEROCOPY = 1 << 20;
    }

    /// What a change affects (`virDomainModificationImpact`).
    public static final class ModificationImpact {
        public static final int CURRENT = 0;
        public static final int LIVE = 1 << 0;
        public static final int CONFIG = 1 << 1;
    }

    /// How a guest is asked to reboot (`virDomainRebootFlagValues`).
    public static final class RebootFlags {
        public static final int DEFAULT = 0;
        public static final int ACPI_POWER_BTN = 1 << 0;
        public static final int GUEST_AGENT = 1 << 1;
        public static final int INITCTL = 1 << 2;
        public static final int SIGNAL = 1 << 3;
        public static final int PARAVIRT = 1 << 4;
    }

    /// How a snapshot is made (`virDomainSnapshotCreateFlags`).
    public static final class SnapshotCreateFlags {
        public static final int REDEFINE = 1 << 0;
        public static final int CURRENT = 1 << 1;
        public static final int NO_METADATA = 1 << 2;
        public static final int HALT = 1 << 3;
        public static final int DISK_ONLY = 1 << 4;
        public static final int REUSE_EXT = 1 << 5;
        public static final int QUIESCE = 1 << 6;
        public static final int ATOMIC = 1 << 7;
        public static final int LIVE = 1 << 8;
        public static final int VALIDATE = 1 << 9;
    }

    /// Which snapshots are listed (`virDomainSnapshotListFlags`).
    public static final class SnapshotListFlags {
        public static final int DESCENDANTS = 1 << 0;
        public static final int ROOTS = 1 << 0;
        public static final int METADATA = 1 << 1;
        public static final int LEAVES = 1 << 2;
        public static final int NO_LEAVES = 1 << 3;
        public static final int NO_METADATA = 1 << 4;
        public static final int INACTIVE = 1 << 5;
        public static final int ACTIVE = 1 << 6;
        public static final int DISK_ONLY = 1 << 7;
        public static final int INTERNAL = 1 << 8;
        public static final int EXTERNAL = 1 << 9;
        public static final int TOPOLOGICAL = 1 << 10;
    }

    /// What is removed with a domain (`virDomainUndefineFlagsValues`).
    public static final class UndefineFlags {
        public static final int MANAGED_SAVE = 1 << 0;
        public static final int SNAPSHOTS_METADATA = 1 << 1;
    }

    /// Which virtual CPUs are meant (`virDomainVcpuFlags`).
    public static final class VcpuFlags {
        public static final int CONFIG = 1 << 1;
        public static final int CURRENT = 0;
        public static final int LIVE = 1 << 0;
        public static final int MAXIMUM = 1 << 2;
        public static final int GUEST = 1 << 3;
        public static final int HOTPLUGGABLE = 1 << 4;
    }

    /// What the document of a domain shows (`virDomainXMLFlags`).
    public static final class XMLFlags {
        public static final int SECURE = 1 << 0;
        public static final int INACTIVE = 1 << 1;
        public static final int UPDATE_CPU = 1 << 2;
        public static final int MIGRATABLE = 1 << 3;
    }

    Domain(Connect connect, dev.jvirt.api.Domain domain) {
        super(connect, domain);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Domain domain
                        && handle().target().uuid().equals(domain.handle().target().uuid())
                        && getConnect().equals(domain.getConnect());
    }

    @Override
    public int hashCode() {
        return handle().target().uuid().hashCode();
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virDomainFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle().free();
        return 0;
    }

    // -- its life --

    /// Starts it (`virDomainCreate`).
    ///
    /// @return 0
    public int create() throws LibvirtException {
        handle().run("virDomainCreate", domain -> domain.create(Flags.none()));
        return 0;
    }

    /// Starts it (`virDomainCreateWithFlags`).
    ///
    /// @param flags of [CreateFlags]
    /// @return 0
    public int create(int flags) throws LibvirtException {
        handle().run("virDomainCreateWithFlags", domain -> domain.create(new Flags<>(flags)));
        return 0;
    }

    /// Stops it at once (`virDomainDestroy`).
    public void destroy() throws LibvirtException {
        handle().run("virDomainDestroy", domain -> domain.destroy(Flags.none()));
    }

    /// Asks its guest to stop (`virDomainShutdown`).
    public void shutdown() throws LibvirtException {
        handle().run("virDomainShutdown", domain -> domain.shutdown(Flags.none()));
    }

    /// Asks its guest to reboot (`virDomainReboot`).
    ///
    /// @param flags of [RebootFlags]
    public void reboot(int flags) throws LibvirtException {
        handle().run("virDomainReboot", domain -> domain.reboot(new Flags<>(flags)));
    }

    /// Resets it at once (`virDomainReset`).
    public void reset() throws LibvirtException {
        handle().run("virDomainReset", domain -> domain.reset(0));
    }

    /// Stops its CPUs (`virDomainSuspend`).
    public void suspend() throws LibvirtException {
        handle().run("virDomainSuspend", dev.jvirt.api.Domain::suspend);
    }

    /// Lets its CPUs go on (`virDomainResume`).
    public void resume() throws LibvirtException {
        handle().run("virDomainResume", dev.jvirt.api.Domain::resume);
    }

    /// Has its guest go to sleep (`virDomainPMSuspendForDuration`).
    public void PMsuspend(SuspendTarget target) throws LibvirtException {
        PMsuspendFor(target, 0, TimeUnit.SECONDS);
    }

    /// Has its guest go to sleep for some time (`virDomainPMSuspendForDuration`).
    public void PMsuspendFor(SuspendTarget target, long duration, TimeUnit unit)
            throws LibvirtException {
        handle().run(
                        "virDomainPMSuspendForDuration",
                        domain ->
                                domain.guest()
                                        .suspend(
                                                NodeSuspendTarget.of(target.ordinal()),
                                                unit.toSeconds(duration),
                                                0));
    }

    /// Wakes its guest (`virDomainPMWakeup`).
    public void PMwakeup() throws LibvirtException {
        handle().run("virDomainPMWakeup", domain -> domain.guest().wakeup(0));
    }

    /// Removes its definition (`virDomainUndefine`).
    public void undefine() throws LibvirtException {
        handle().run("virDomainUndefine", domain -> domain.undefine(Flags.none()));
    }

    /// Removes its definition and what belongs to it (`virDomainUndefineFlags`).
    ///
    /// @param flags of [UndefineFlags]
    public void undefine(int flags) throws LibvirtException {
        handle().run("virDomainUndefineFlags", domain -> domain.undefine(new Flags<>(flags)));
    }

    // -- settings --

    /// Has it start with the daemon, or not (`virDomainSetAutostart`).
    public void setAutostart(boolean autostart) throws LibvirtException {
        handle().run("virDomainSetAutostart", domain -> domain.setAutostart(autostart));
    }

    /// The most memory it may have, in KiB (`virDomainSetMaxMemory`).
    public void setMaxMemory(long memory) throws LibvirtException {
        handle().run("virDomainSetMaxMemory", domain -> domain.tuning().setMaxMemory(memory));
    }

    /// The memory it has while it runs, in KiB (`virDomainSetMemory`).
    public void setMemory(long memory) throws LibvirtException {
        handle().run("virDomainSetMemory", domain -> domain.tuning().setMemory(memory));
    }

    /// Sets a part of its metadata (`virDomainSetMetadata`).
    ///
    /// @param type of [MetadataType]
    /// @param metadata null to remove the part
    /// @param key the prefix of an element; null for the other types
    /// @param uri the XML namespace of an element; null for the other types
    /// @param flags of [ModificationImpact]
    public void setMetadata(
            int type,
            @Nullable String metadata,
            @Nullable String key,
            @Nullable String uri,
            int flags)
            throws LibvirtException {
        handle().run(
                        "virDomainSetMetadata",
                        domain ->
                                domain.tuning()
                                        .setMetadata(
                                                new MetadataChange(
                                                        Requests.metadata(type, uri),
                                                        Optional.ofNullable(metadata),
                                                        Optional.ofNullable(key)),
                                                new Flags<>(flags)));
    }

    /// Tells its scheduler something (`virDomainSetSchedulerParameters`).
    public void setSchedulerParameters(SchedParameter[] params) throws LibvirtException {
        var parameters = Parameters.client(params);
        handle().run(
                        "virDomainSetSchedulerParameters",
                        domain -> domain.tuning().setSchedulerParameters(parameters, Flags.none()));
    }

    /// Sets the password of a user of its guest (`virDomainSetUserPassword`).
    ///
    /// @param flags of [DomainSetUserPasswordFlags]
    public void setUserPassword(String user, String password, int flags) throws LibvirtException {
        handle().run(
                        "virDomainSetUserPassword",
                        "user",
                        user,
                        (domain, name) ->
                                domain.guest()
                                        .setUserPassword(
                                                name,
                                                Handle.given(
                                                        "virDomainSetUserPassword",
                                                        "password",
                                                        password),
                                                new Flags<>(flags)));
    }

    /// The virtual CPUs it has while it runs (`virDomainSetVcpus`).
    public void setVcpus(int vcpus) throws LibvirtException {
        handle().run("virDomainSetVcpus", domain -> domain.vcpus().setCount(vcpus));
    }

    /// The virtual CPUs it has (`virDomainSetVcpusFlags`).
    ///
    /// @param flags of [VcpuFlags]
    public void setVcpusFlags(int vcpus, int flags) throws LibvirtException {
        handle().run(
                        "virDomainSetVcpusFlags",
                        domain -> domain.vcpus().setCount(vcpus, new Flags<>(flags)));
    }

    /// Which CPUs of the host a virtual CPU may run on (`virDomainPinVcpu`).
    ///
    /// @param cpumap bytes, with the lowest bit of the first one for the first CPU
    public void pinVcpu(int vcpu, int[] cpumap) throws LibvirtException {
        handle().run("virDomainPinVcpu", domain -> domain.vcpus().pin(vcpu, Requests.cpus(cpumap)));
    }

    // -- listeners: each is called by whoever runs the event loop of the Library --

    /// Tells a listener of jobs on the disks of this domain.
    public void addBlockJobListener(BlockJobListener cb) throws LibvirtException {
        getConnect().listeners().addBlockJob(this, cb);
    }

    /// Stops telling it.
    public void removeBlockJobListener(BlockJobListener cb) throws LibvirtException {
        getConnect().removeBlockJobListener(cb);
    }

    /// Tells a listener of failed disks of this domain.
    public void addIOErrorListener(IOErrorListener cb) throws LibvirtException {
        getConnect().listeners().addIoError(this, cb);
    }

    /// Tells a listener when this domain reboots.
    public void addRebootListener(RebootListener cb) throws LibvirtException {
        getConnect().listeners().addReboot(this, cb);
    }

    /// Tells a listener of the guest agent of this domain.
    public void addAgentLifecycleListener(AgentLifecycleListener cb) throws LibvirtException {
        getConnect().listeners().addAgentLifecycle(this, cb);
    }

    /// Tells a listener when this domain starts, stops, is defined, ...
    public void addLifecycleListener(LifecycleListener cb) throws LibvirtException {
        getConnect().listeners().addLifecycle(this, cb);
    }

    /// Tells a listener when the guest of this domain wakes up.
    public void addPMWakeupListener(PMWakeupListener cb) throws LibvirtException {
        getConnect().listeners().addPmWakeup(this, cb);
    }

    /// Tells a listener when the guest of this domain goes to sleep.
    public void addPMSuspendListener(PMSuspendListener cb) throws LibvirtException {
        getConnect().listeners().addPmSuspend(this, cb);
    }
}
