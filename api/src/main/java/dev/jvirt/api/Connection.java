package dev.jvirt.api;

import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainStats;
import dev.jvirt.api.domain.DomainStatsFlag;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.ObjectDrivers;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// An open connection to a hypervisor (`virConnectPtr`): the entry to everything else.
///
/// Drivers are found at the first use (`virInitialize`); a connection is shared by passing it on,
/// without counting references (`virConnectRef`).
///
/// All methods may be called from any thread. Every method throws [LibvirtException]: INVALID_CONN
/// once the connection is closed, NO_SUPPORT if the driver does not have the function,
/// OPERATION_DENIED if the connection is read-only and the call would change something.
///
/// ```java
/// try (var connection = Connection.open("qemu:///system")) {
///     for (Domain domain : connection.domains(Flags.of(DomainListFlag.ACTIVE))) {
///         System.out.println(domain.name());
///     }
/// }
/// ```
public final class Connection implements AutoCloseable {
    private final DriverSession session;
    private final ObjectDrivers objects;
    private final boolean readOnly;
    private volatile boolean closed;

    Connection(DriverSession session, ObjectDrivers objects, boolean readOnly) {
        this.session = session;
        this.objects = objects;
        this.readOnly = readOnly;
    }

    /// Opens the default connection: `LIBVIRT_DEFAULT_URI`, else `uri_default` of the client
    /// configuration, else what the drivers find on this host (`virConnectOpen` with NULL).
    ///
    /// @since 0.0.3
    public static Connection open() {
        return openAuth(Optional.empty(), Authenticator.none(), Flags.none());
    }

    /// Opens a connection without credentials (`virConnectOpen`).
    ///
    /// @param uri for example `qemu:///system`, or an alias of the client configuration; the
    /// default if it is empty
    /// @throws LibvirtException NO_CONNECT if no driver takes the URI, AUTH_FAILED if the server
    /// asks for credentials
    /// @since 0.0.3
    public static Connection open(String uri) {
        return openAuth(Optional.of(uri), Authenticator.none(), Flags.none());
    }

    /// Opens a connection that refuses every call that would change something
    /// (`virConnectOpenReadOnly`).
    ///
    /// @since 0.0.3
    public static Connection openReadOnly(String uri) {
        return openAuth(Optional.of(uri), Authenticator.none(), Flags.of(ConnectFlag.RO));
    }

    /// Opens a connection (`virConnectOpenAuth`).
    ///
    /// @param uri as with [#open(String)]; empty for the default
    /// @param authenticator is asked for user name and password if the server wants them
    /// @since 0.4.0
    public static Connection openAuth(
            Optional<String> uri, Authenticator authenticator, Flags<ConnectFlag> flags) {
        return openAuth(DriverTable.standard(), uri, authenticator, flags);
    }

    /// Opens a connection through a driver table of the caller's choice.
    public static Connection openAuth(
            DriverTable table,
            Optional<String> uri,
            Authenticator authenticator,
            Flags<ConnectFlag> flags) {
        return new ConnectionOpener(table, authenticator, flags).open(uri);
    }

    /// Whether the connection refuses calls that would change something.
    public boolean isReadOnly() {
        return readOnly;
    }

    // -- groups of calls --

    /// The host of a hypervisor: its processors and memory.
    public Host host() {
        return new Host(this);
    }

    /// What a hypervisor can run: processor models, domain capabilities, its own configurations.
    public Hypervisor hypervisor() {
        return new Hypervisor(this);
    }

    /// Domains in files: restored, and their files changed.
    public SavedDomains savedDomains() {
        return new SavedDomains(this);
    }

    /// The virtual networks of a host.
    public Networks networks() {
        return new Networks(this);
    }

    /// The storage pools that a connection reaches.
    public StoragePools storagePools() {
        return new StoragePools(this);
    }

    /// Volumes found without their pool.
    public StorageVolumes storageVolumes() {
        return new StorageVolumes(this);
    }

    /// The network interfaces of a host.
    public Interfaces interfaces() {
        return new Interfaces(this);
    }

    /// The devices of a host.
    public NodeDevices nodeDevices() {
        return new NodeDevices(this);
    }

    /// The secrets that a connection reaches.
    public Secrets secrets() {
        return new Secrets(this);
    }

    /// The network filters of a host.
    public Nwfilters nwfilters() {
        return new Nwfilters(this);
    }

    /// The bindings of network filters to ports.
    public NwfilterBindings nwfilterBindings() {
        return new NwfilterBindings(this);
    }

    /// The single steps of migrations, for daemons.
    public MigrationSteps migrationSteps() {
        return new MigrationSteps(this);
    }

    /// What happens unasked.
    public Events events() {
        return new Events(this);
    }

    // -- the hypervisor and its host --

    /// The hypervisor's name, for example `QEMU` (`virConnectGetType`).
    ///
    /// @since 0.0.3
    public String type() {
        return hostDriver("virConnectGetType").type();
    }

    /// The hypervisor's version as major * 1,000,000 + minor * 1,000 + release, 0 if unknown
    /// (`virConnectGetVersion`).
    ///
    /// @since 0.0.3
    public long version() {
        return hostDriver("virConnectGetVersion").version();
    }

    /// The version of libvirt that serves the connection, counted alike
    /// (`virConnectGetLibVersion`).
    ///
    /// @since 0.7.3
    public long libraryVersion() {
        return hostDriver("virConnectGetLibVersion").libraryVersion();
    }

    /// The name of the host that the hypervisor runs on (`virConnectGetHostname`).
    ///
    /// @since 0.3.0
    public String hostname() {
        return hostDriver("virConnectGetHostname").hostname();
    }

    /// The URI that names this connection; opening it leads to the same hypervisor
    /// (`virConnectGetURI`).
    ///
    /// @since 0.3.0
    public String uri() {
        return hostDriver("virConnectGetURI").uri();
    }

    /// The capabilities of host and hypervisor as XML (`virConnectGetCapabilities`).
    ///
    /// @since 0.2.1
    public String capabilities() {
        return hostDriver("virConnectGetCapabilities").capabilities();
    }

    /// The most virtual CPUs a domain may have (`virConnectGetMaxVcpus`).
    ///
    /// @param type of the domain, for example `kvm`; empty for the driver's default
    /// @since 0.2.1
    public int maxVcpus(Optional<String> type) {
        return hostDriver("virConnectGetMaxVcpus").maxVcpus(type);
    }

    /// The hardware of the host in short (`virNodeGetInfo`).
    ///
    /// @since 0.1.0
    public NodeInfo nodeInfo() {
        return hostDriver("virNodeGetInfo").nodeInfo();
    }

    /// The free memory of the host in bytes (`virNodeGetFreeMemory`).
    ///
    /// @since 0.3.3
    public long freeMemory() {
        return hostDriver("virNodeGetFreeMemory").freeMemory();
    }

    /// The host's SMBIOS data as XML (`virConnectGetSysinfo`).
    ///
    /// @param flags 0
    /// @since 0.8.8
    public String sysinfo(int flags) {
        return hostDriver("virConnectGetSysinfo").sysinfo(flags);
    }

    /// The security driver of the host (`virNodeGetSecurityModel`).
    ///
    /// @since 0.6.1
    public SecurityModel securityModel() {
        return hostDriver("virNodeGetSecurityModel").securityModel();
    }

    /// Whether the data travel encrypted (`virConnectIsEncrypted`).
    ///
    /// @since 0.7.3
    public boolean isEncrypted() {
        return hostDriver("virConnectIsEncrypted").isEncrypted();
    }

    /// Whether nobody else can read or change the data on their way (`virConnectIsSecure`).
    ///
    /// @since 0.7.3
    public boolean isSecure() {
        return hostDriver("virConnectIsSecure").isSecure();
    }

    /// Whether the connection still stands, as far as is known without asking the far side
    /// (`virConnectIsAlive`).
    ///
    /// @since 0.9.8
    public boolean isAlive() {
        return hostDriver("virConnectIsAlive").isAlive();
    }

    /// Whether the driver has one of libvirt's internal features, by its number
    /// (`virConnectSupportsFeature`).
    public boolean supportsFeature(int feature) {
        return hostDriver("virConnectSupportsFeature").supportsFeature(feature);
    }

    /// Pings the far side when nothing was heard of it for a while (`virConnectSetKeepAlive`).
    ///
    /// @param intervalSeconds of silence before each ping; 0 or less switches pinging off
    /// @param count pings that may stay unanswered before the connection is closed
    /// @return whether the far side answers pings at all
    /// @since 0.9.8
    public boolean setKeepAlive(int intervalSeconds, int count) {
        return hostDriver("virConnectSetKeepAlive").setKeepAlive(intervalSeconds, count);
    }

    /// Calls `handler` once if the connection ends other than by [#close], behind all its events
    /// (`virConnectRegisterCloseCallback`).
    ///
    /// @since 0.10.0
    public Subscription onClose(Consumer<CloseReason> handler) {
        return session("virConnectRegisterCloseCallback").onClose(handler);
    }

    // -- domains --

    /// The domains that pass the filters, all without any (`virConnectListAllDomains`). Filtered by
    /// [DomainListFlag#ACTIVE] or [DomainListFlag#INACTIVE] it stands for `virConnectListDomains`,
    /// `virConnectNumOfDomains`, `virConnectListDefinedDomains` and
    /// `virConnectNumOfDefinedDomains`.
    ///
    /// @since 0.9.13
    public List<Domain> domains(Flags<DomainListFlag> flags) {
        List<DomainId> found = domainDriver("virConnectListAllDomains").list(flags);
        var domains = new ArrayList<Domain>(found.size());
        for (DomainId domain : found) {
            domains.add(new Domain(this, domain));
        }
        return domains;
    }

    /// The running domain with that id (`virDomainLookupByID`).
    ///
    /// @throws LibvirtException NO_DOMAIN if there is none
    /// @since 0.1.0
    public Domain lookupDomainById(int id) {
        DomainDriver driver = domainDriver("virDomainLookupByID");
        if (id < 0) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainLookupByID",
                    "id",
                    "id in virDomainLookupByID must be zero or greater");
        }
        return new Domain(this, driver.lookupById(id));
    }

    /// The domain with that UUID (`virDomainLookupByUUID`, `virDomainLookupByUUIDString`).
    ///
    /// @throws LibvirtException NO_DOMAIN if there is none
    /// @since 0.1.0
    public Domain lookupDomainByUuid(UUID uuid) {
        return new Domain(this, domainDriver("virDomainLookupByUUID").lookupByUuid(uuid));
    }

    /// The domain with that name (`virDomainLookupByName`).
    ///
    /// @throws LibvirtException NO_DOMAIN if there is none
    /// @since 0.1.0
    public Domain lookupDomainByName(String name) {
        return new Domain(this, domainDriver("virDomainLookupByName").lookupByName(name));
    }

    /// A handle for a domain whose identity is known already, without asking the driver whether it
    /// still exists.
    public Domain domain(DomainId identity) {
        return new Domain(this, identity);
    }

    /// A handle for a snapshot whose identity is known already, without asking the driver whether
    /// it still exists.
    public DomainSnapshot domainSnapshot(DomainSnapshotId identity) {
        return new DomainSnapshot(this, identity);
    }

    /// A handle for a checkpoint whose identity is known already, without asking the driver whether
    /// it still exists.
    public DomainCheckpoint domainCheckpoint(DomainCheckpointId identity) {
        return new DomainCheckpoint(this, identity);
    }

    /// Starts a domain that need not be defined and is gone when it stops
    /// (`virDomainCreateXML`, `virDomainCreateLinux`).
    ///
    /// @param xml the domain's document
    /// @since 0.1.0
    public Domain createDomainXml(String xml, Flags<DomainCreateFlag> flags) {
        return new Domain(this, writableDomains("virDomainCreateXML").createXml(xml, flags));
    }

    /// Starts a domain as [#createDomainXml] does, and gives it open files
    /// (`virDomainCreateXMLWithFiles`): the first process of a container inherits them. Only a
    /// connection through a unix socket of this host can do so.
    ///
    /// @param xml the domain's document
    /// @param files stay open here, and are the caller's to close
    /// @since 1.1.1
    public Domain createDomainXmlWithFiles(
            String xml, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        return new Domain(
                this,
                writableDomains("virDomainCreateXMLWithFiles")
                        .createXmlWithFiles(xml, files, flags));
    }

    /// Defines a domain, or defines it anew, without starting it (`virDomainDefineXMLFlags`,
    /// `virDomainDefineXML`).
    ///
    /// @param xml the domain's document
    /// @since 1.2.12
    public Domain defineDomainXml(String xml, Flags<DomainDefineFlag> flags) {
        return new Domain(
                this,
                writableDomains(flags.named("virDomainDefineXML", "virDomainDefineXMLFlags"))
                        .defineXml(xml, flags));
    }

    /// The figures about all domains that pass the filters (`virConnectGetAllDomainStats`,
    /// `virDomainStatsRecordListFree`).
    ///
    /// @param types the groups of figures; none for all that the hypervisor has
    /// @param flags filters; ENFORCE_STATS refuses groups that the hypervisor does not have
    /// @since 1.2.8
    public List<DomainStatsRecord> domainStats(
            Flags<DomainStatsType> types, Flags<DomainStatsFlag> flags) {
        return statsRecords(
                session("virConnectGetAllDomainStats")
                        .domainStats()
                        .stats(List.of(), types, flags));
    }

    /// The figures about some domains (`virDomainListGetStats`). One that is gone has no entry.
    ///
    /// @param domains of this connection, at least one
    /// @param types the groups of figures; none for all that the hypervisor has
    /// @param flags ENFORCE_STATS refuses groups that the hypervisor does not have
    /// @since 1.2.8
    public List<DomainStatsRecord> domainStats(
            List<Domain> domains, Flags<DomainStatsType> types, Flags<DomainStatsFlag> flags) {
        DriverSession open = session("virDomainListGetStats");
        if (domains.isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.INVALID_ARG,
                    "doms array in virDomainListGetStats must contain at least one domain");
        }
        var identities = new ArrayList<DomainId>(domains.size());
        for (Domain domain : domains) {
            if (domain.connection() != this) {
                throw new LibvirtException(
                        ErrorDomain.DOMAIN,
                        ErrorCode.INVALID_ARG,
                        "domains in 'doms' array must belong to a single connection");
            }
            identities.add(domain.identity());
        }
        return statsRecords(open.domainStats().stats(identities, types, flags));
    }

    private List<DomainStatsRecord> statsRecords(List<DomainStats> found) {
        var records = new ArrayList<DomainStatsRecord>(found.size());
        for (DomainStats stats : found) {
            records.add(new DomainStatsRecord(new Domain(this, stats.domain()), stats.figures()));
        }
        return records;
    }

    /// Delivers what happens to domains; [#events] delivers more, and by type.
    ///
    /// @param domain whose events are wanted; empty for all domains
    /// @since 0.8.0
    public Subscription onDomainEvent(
            DomainEventId kind, Optional<Domain> domain, Consumer<DomainEvent> handler) {
        return events().onDomain(kind, domain, handler);
    }

    /// Closes the connection (`virConnectClose`). Subscriptions end; handles made from it are of no
    /// more use.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
        }
    }

    DomainDriver domainDriver(String function) {
        return session(function).domains();
    }

    DomainDriver writableDomains(String function) {
        return changing(ErrorDomain.DOMAIN, function).domains();
    }

    /// The drivers for a call that changes nothing.
    ///
    /// @param function its C function, named in errors
    DriverSession reading(String function) {
        return session(function);
    }

    /// The drivers for a call that a read-only connection refuses.
    ///
    /// @param part of libvirt, that refuses it
    DriverSession changing(ErrorDomain part, String function) {
        DriverSession open = session(function);
        checkWritable(part, function);
        return open;
    }

    /// The drivers of objects beside domains, for a call that changes nothing.
    ObjectDrivers objects(String function) {
        session(function);
        return objects;
    }

    /// The drivers of objects beside domains, for a call that a read-only connection refuses.
    ObjectDrivers changingObjects(ErrorDomain part, String function) {
        session(function);
        checkWritable(part, function);
        return objects;
    }

    /// Refuses a call on a read-only connection.
    void checkWritable(ErrorDomain part, String function) {
        if (readOnly) {
            throw new LibvirtException(
                    part, ErrorCode.OPERATION_DENIED, "read only access prevents " + function);
        }
    }

    static LibvirtException denied(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.OPERATION_DENIED, detail);
    }

    private HostDriver hostDriver(String function) {
        return session(function).host();
    }

    private DriverSession session(String function) {
        if (closed) {
            throw new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.INVALID_CONN, function);
        }
        return session;
    }
}
