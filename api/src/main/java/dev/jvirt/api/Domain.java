package dev.jvirt.api;

import dev.jvirt.api.domain.DomainConsoleFlag;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.SecurityLabel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A domain: a handle that names it, not its state (`virDomainPtr`).
///
/// It holds nothing of the driver's, and need not be given back (`virDomainRef`, `virDomainFree`).
/// All methods but the first few ask the driver; they throw [LibvirtException], NO_DOMAIN if the
/// domain is gone.
public final class Domain {
    private final Connection connection;
    private volatile DomainId identity;

    Domain(Connection connection, DomainId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// The domain's name when the handle was made, or its new one after [#rename]
    /// (`virDomainGetName`).
    public String name() {
        return identity.name();
    }

    /// The domain's UUID (`virDomainGetUUID`, `virDomainGetUUIDString`).
    public UUID uuid() {
        return identity.uuid();
    }

    /// The id of the running domain as far as this handle knows: empty if it was shut off
    /// (`virDomainGetID`).
    public Optional<Integer> id() {
        DomainId known = identity;
        return known.isActive() ? Optional.of(known.id()) : Optional.empty();
    }

    /// Name, UUID and id in one.
    public DomainId identity() {
        return identity;
    }

    /// The connection that it belongs to (`virDomainGetConnect`).
    public Connection connection() {
        return connection;
    }

    /// The resources of a domain: memory, weights, limits; its title and metadata.
    public DomainTuning tuning() {
        return new DomainTuning(this);
    }

    /// The virtual CPUs of a domain, its other threads, and the CPUs they may run on.
    public DomainVcpus vcpus() {
        return new DomainVcpus(this);
    }

    /// What is counted of a domain, and its jobs.
    public DomainStatistics statistics() {
        return new DomainStatistics(this);
    }

    /// The disks of a domain: sizes, statistics, jobs on their contents.
    public DomainDisks disks() {
        return new DomainDisks(this);
    }

    /// The devices of a domain: attach, detach, change; consoles, graphics, keys.
    public DomainDevices devices() {
        return new DomainDevices(this);
    }

    /// The inside of a guest, mostly through its agent: file systems, users, clock, addresses.
    public DomainGuest guest() {
        return new DomainGuest(this);
    }

    /// A domain in files: saved, dumped, its managed save.
    public DomainSaving saving() {
        return new DomainSaving(this);
    }

    /// The snapshots of a domain.
    public DomainSnapshots snapshots() {
        return new DomainSnapshots(this);
    }

    /// The checkpoints of a domain, and its backups.
    public DomainCheckpoints checkpoints() {
        return new DomainCheckpoints(this);
    }

    /// A domain on its way to another host.
    public DomainMigration migration() {
        return new DomainMigration(this);
    }

    /// What only QEMU can do with a domain.
    public QemuDomain qemu() {
        return new QemuDomain(this);
    }

    /// What only containers can do.
    public LxcDomain lxc() {
        return new LxcDomain(this);
    }

    /// Starts the defined domain (`virDomainCreateWithFlags`, `virDomainCreate`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it runs already
    /// @since 0.8.2
    public void create(Flags<DomainCreateFlag> flags) {
        identity =
                connection
                        .writableDomains(flags.named("virDomainCreate", "virDomainCreateWithFlags"))
                        .create(identity, flags);
    }

    /// Starts the defined domain and gives it open files (`virDomainCreateWithFiles`): the first
    /// process of a container inherits them. Only a connection through a unix socket of this host
    /// can do so.
    ///
    /// @param files stay open here, and are the caller's to close
    /// @throws LibvirtException OPERATION_INVALID if it runs already
    /// @since 1.1.1
    public void createWithFiles(List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        identity =
                connection
                        .writableDomains("virDomainCreateWithFiles")
                        .createWithFiles(identity, files, flags);
    }

    /// Ends the running domain at once, as pulling the plug would (`virDomainDestroyFlags`,
    /// `virDomainDestroy`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if it does not run
    /// @since 0.9.4
    public void destroy(Flags<DomainDestroyFlag> flags) {
        connection
                .writableDomains(flags.named("virDomainDestroy", "virDomainDestroyFlags"))
                .destroy(identity, flags);
        stopped();
    }

    /// Notes that it does not run any more.
    void stopped() {
        identity = identity.withId(DomainId.NO_ID);
    }

    /// Asks the guest to shut down, and does not wait until it has (`virDomainShutdownFlags`,
    /// `virDomainShutdown`).
    ///
    /// @since 0.9.10
    public void shutdown(Flags<DomainShutdownFlag> flags) {
        connection
                .writableDomains(flags.named("virDomainShutdown", "virDomainShutdownFlags"))
                .shutdown(identity, flags);
    }

    /// Asks the guest to reboot, and does not wait until it has (`virDomainReboot`).
    ///
    /// @since 0.1.0
    public void reboot(Flags<DomainRebootFlag> flags) {
        connection.writableDomains("virDomainReboot").reboot(identity, flags);
    }

    /// Presses the reset button: the guest starts again without having shut down
    /// (`virDomainReset`).
    ///
    /// @param flags 0
    /// @since 0.9.7
    public void reset(int flags) {
        connection.writableDomains("virDomainReset").reset(identity, flags);
    }

    /// Stops the virtual CPUs; the guest keeps its memory (`virDomainSuspend`).
    ///
    /// @since 0.1.0
    public void suspend() {
        connection.writableDomains("virDomainSuspend").suspend(identity);
    }

    /// Lets a suspended domain go on (`virDomainResume`).
    ///
    /// @since 0.1.0
    public void resume() {
        connection.writableDomains("virDomainResume").resume(identity);
    }

    /// State, memory, virtual CPUs and CPU time (`virDomainGetInfo`).
    ///
    /// @since 0.1.0
    public DomainInfo info() {
        return connection.domainDriver("virDomainGetInfo").info(identity);
    }

    /// The state and why the domain is in it (`virDomainGetState`).
    ///
    /// @param flags 0
    /// @since 0.9.2
    public DomainStatus state(int flags) {
        return connection.domainDriver("virDomainGetState").state(identity, flags);
    }

    /// The domain's document (`virDomainGetXMLDesc`).
    ///
    /// @throws LibvirtException OPERATION_DENIED for SECURE or MIGRATABLE on a read-only connection
    /// @since 0.1.0
    public String xml(Flags<DomainXmlFlag> flags) {
        if (connection.isReadOnly()
                && flags.hasAny(DomainXmlFlag.SECURE, DomainXmlFlag.MIGRATABLE)) {
            throw Connection.denied("virDomainGetXMLDesc with secure flag");
        }
        return connection.domainDriver("virDomainGetXMLDesc").xml(identity, flags);
    }

    /// The kind of operating system interface, for example `hvm` (`virDomainGetOSType`).
    ///
    /// @since 0.1.0
    public String osType() {
        return connection.domainDriver("virDomainGetOSType").osType(identity);
    }

    /// The most memory the domain may have, in KiB (`virDomainGetMaxMemory`).
    ///
    /// @since 0.1.0
    public long maxMemory() {
        return connection.domainDriver("virDomainGetMaxMemory").maxMemory(identity);
    }

    /// The most virtual CPUs that the running domain may have (`virDomainGetMaxVcpus`).
    ///
    /// @since 0.2.1
    public int maxVcpus() {
        return connection.domainDriver("virDomainGetMaxVcpus").maxVcpus(identity);
    }

    /// Whether the domain starts with the host (`virDomainGetAutostart`).
    ///
    /// @since 0.2.1
    public boolean autostart() {
        return connection.domainDriver("virDomainGetAutostart").autostart(identity);
    }

    /// Sets whether the domain starts with the host (`virDomainSetAutostart`).
    ///
    /// @since 0.2.1
    public void setAutostart(boolean autostart) {
        connection.writableDomains("virDomainSetAutostart").setAutostart(identity, autostart);
    }

    /// Whether the domain starts the next time that the host does, and only then
    /// (`virDomainGetAutostartOnce`).
    ///
    /// @since 11.2.0
    public boolean autostartOnce() {
        return connection.domainDriver("virDomainGetAutostartOnce").autostartOnce(identity);
    }

    /// Sets whether the domain starts the next time that the host does, and only then
    /// (`virDomainSetAutostartOnce`).
    ///
    /// @since 11.2.0
    public void setAutostartOnce(boolean autostart) {
        connection
                .writableDomains("virDomainSetAutostartOnce")
                .setAutostartOnce(identity, autostart);
    }

    /// Whether the domain runs (`virDomainIsActive`).
    ///
    /// @since 0.7.3
    public boolean isActive() {
        return connection.domainDriver("virDomainIsActive").isActive(identity);
    }

    /// Whether the domain is defined and thus stays when it stops (`virDomainIsPersistent`).
    ///
    /// @since 0.7.3
    public boolean isPersistent() {
        return connection.domainDriver("virDomainIsPersistent").isPersistent(identity);
    }

    /// Whether the definition changed since the domain started (`virDomainIsUpdated`).
    ///
    /// @since 0.8.6
    public boolean isUpdated() {
        return connection.domainDriver("virDomainIsUpdated").isUpdated(identity);
    }

    /// Whether a saved state waits for the next start (`virDomainHasManagedSaveImage`).
    ///
    /// @param flags 0
    /// @since 0.8.0
    public boolean hasManagedSave(int flags) {
        return connection
                .domainDriver("virDomainHasManagedSaveImage")
                .hasManagedSave(identity, flags);
    }

    /// Warnings about the domain: what taints it, what it uses that is deprecated
    /// (`virDomainGetMessages`).
    ///
    /// @param flags the bits of `virDomainMessageType`, 0 for all
    /// @since 7.1.0
    public List<String> messages(int flags) {
        return connection.domainDriver("virDomainGetMessages").messages(identity, flags);
    }

    /// How the running domain is confined; empty without a security driver
    /// (`virDomainGetSecurityLabelList`,
    /// `virDomainGetSecurityLabel`).
    ///
    /// @since 0.10.0
    public List<SecurityLabel> securityLabels() {
        return connection.domainDriver("virDomainGetSecurityLabelList").securityLabels(identity);
    }

    /// Gives a domain that does not run another name (`virDomainRename`).
    ///
    /// @param newName not empty
    /// @param flags 0
    /// @since 1.2.19
    public void rename(String newName, int flags) {
        if (newName.isEmpty()) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainRename",
                    "new_name",
                    "string new_name in virDomainRename must not be empty");
        }
        identity = connection.writableDomains("virDomainRename").rename(identity, newName, flags);
    }

    /// Removes the domain's definition (`virDomainUndefineFlags`, `virDomainUndefine`).
    ///
    /// @since 0.9.4
    public void undefine(Flags<DomainUndefineFlag> flags) {
        connection
                .writableDomains(flags.named("virDomainUndefine", "virDomainUndefineFlags"))
                .undefine(identity, flags);
    }

    /// Connects to a console, serial or parallel port (`virDomainOpenConsole`).
    ///
    /// @param device the alias of the device, for example `serial0`; empty for the first console
    /// @since 0.8.6
    public Stream openConsole(Optional<String> device, Flags<DomainConsoleFlag> flags) {
        return new Stream(
                connection
                        .writableDomains("virDomainOpenConsole")
                        .openConsole(identity, device, flags));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Domain domain
                && domain.connection == connection
                && domain.uuid().equals(uuid());
    }

    @Override
    public int hashCode() {
        return uuid().hashCode();
    }

    @Override
    public String toString() {
        return "domain " + name();
    }
}
