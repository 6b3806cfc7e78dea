package org.libvirt;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ConnectFlag;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.event.DomainEventId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libvirt.event.AgentLifecycleListener;
import org.libvirt.event.BlockJobListener;
import org.libvirt.event.ConnectionCloseListener;
import org.libvirt.event.IOErrorListener;
import org.libvirt.event.LifecycleListener;
import org.libvirt.event.PMSuspendListener;
import org.libvirt.event.PMWakeupListener;
import org.libvirt.event.RebootListener;

/// An open connection to a hypervisor (`virConnectPtr`): the entry to everything else.
///
/// What it finds, makes and lists is in [ConnectObjects] and [ConnectHost]; here is the connection
/// itself, the hypervisor, and its listeners. Two of them are equal if they have the same URI.
public non-sealed class Connect extends ConnectObjects {
    private static final int UUID_BYTES = 16;

    /// Which domains are listed (`virConnectListAllDomainsFlags`).
    public static final class ConnectListAllDomainsFlags {
        public static int CONNECT_LIST_DOMAINS_ACTIVE = 1 << 0;
        public static int CONNECT_LIST_DOMAINS_INACTIVE = 1 << 1;
        public static int CONNECT_LIST_DOMAINS_PERSISTENT = 1 << 2;
        public static int CONNECT_LIST_DOMAINS_TRANSIENT = 1 << 3;
        public static int CONNECT_LIST_DOMAINS_RUNNING = 1 << 4;
        public static int CONNECT_LIST_DOMAINS_PAUSED = 1 << 5;
        public static int CONNECT_LIST_DOMAINS_SHUTOFF = 1 << 6;
        public static int CONNECT_LIST_DOMAINS_OTHER = 1 << 7;
        public static int CONNECT_LIST_DOMAINS_MANAGEDSAVE = 1 << 8;
        public static int CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = 1 << 9;
        public static int CONNECT_LIST_DOMAINS_AUTOSTART = 1 << 10;
        public static int CONNECT_LIST_DOMAINS_NO_AUTOSTART = 1 << 11;
        public static int CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = 1 << 12;
        public static int CONNECT_LIST_DOMAINS_NO_SNAPSHOT = 1 << 13;
        public static int CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = 1 << 14;
        public static int CONNECT_LIST_DOMAINS_NO_CHECKPOINT = 1 << 15;
    }

    /// How a connection is opened (`virConnectFlags`).
    public enum OpenFlags implements BitFlags {
        READONLY,
        NO_ALIASES;

        @Override
        public int getBit() {
            return 1 << ordinal();
        }
    }

    @SuppressWarnings("this-escape") // only kept
    private final Listeners listeners = new Listeners(this);

    private Connect(Optional<String> uri, @Nullable ConnectAuth auth, int flags)
            throws LibvirtException {
        super(open(uri, auth, flags));
    }

    /// Opens a connection that may change things (`virConnectOpen`).
    ///
    /// @param uri for example `qemu:///system`; null for the usual one
    public Connect(@Nullable String uri) throws LibvirtException {
        this(Optional.ofNullable(uri), null, 0);
    }

    /// Opens a connection.
    public Connect(URI uri, OpenFlags... flags) throws LibvirtException {
        this(uri, null, flags);
    }

    /// Opens a connection (`virConnectOpenReadOnly`, `virConnectOpen`).
    ///
    /// @param readOnly whether it refuses calls that would change something
    public Connect(@Nullable String uri, boolean readOnly) throws LibvirtException {
        this(Optional.ofNullable(uri), null, readOnly ? OpenFlags.READONLY.getBit() : 0);
    }

    /// Opens a connection (`virConnectOpenAuth`).
    ///
    /// @param auth answers the server's questions; null if nobody will
    /// @param flags bits of [OpenFlags]
    public Connect(@Nullable String uri, @Nullable ConnectAuth auth, int flags)
            throws LibvirtException {
        this(Optional.ofNullable(uri), auth, flags);
    }

    /// Opens a connection (`virConnectOpenAuth`).
    ///
    /// @param auth answers the server's questions; null if nobody will
    public Connect(URI uri, @Nullable ConnectAuth auth, OpenFlags... flags)
            throws LibvirtException {
        this(Optional.of(uri.toString()), auth, bits(flags));
    }

    /// Opens a connection that may change things (`virConnectOpenAuth`).
    ///
    /// @param auth answers the server's questions; null if nobody will
    public Connect(URI uri, @Nullable ConnectAuth auth) throws LibvirtException {
        this(Optional.of(uri.toString()), auth, 0);
    }

    private static int bits(OpenFlags... flags) {
        int bits = 0;
        for (OpenFlags flag : flags) {
            bits |= flag.getBit();
        }
        return bits;
    }

    private static Connection open(Optional<String> uri, @Nullable ConnectAuth auth, int flags)
            throws LibvirtException {
        try {
            return Connection.openAuth(
                    uri,
                    auth == null ? Authenticator.none() : auth.authenticator(),
                    new Flags<ConnectFlag>(flags));
        } catch (dev.jvirt.api.LibvirtException e) {
            throw LibvirtException.of("virConnectOpenAuth", e);
        }
    }

    Listeners listeners() {
        return listeners;
    }

    /// Closes the connection (`virConnectClose`): it can be used no more, and the way to the
    /// hypervisor ends as soon as all that was found by it is freed. Closing it again does nothing.
    ///
    /// @return how many things that were found by it are not freed yet
    public int close() throws LibvirtException {
        if (handle().isFreed()) {
            return 0;
        }
        listeners.removeAll();
        return handle().free();
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Connect connect
                        && uri().isPresent()
                        && uri().equals(connect.uri())
                        && !handle().isFreed()
                        && !connect.handle().isFreed();
    }

    @Override
    public int hashCode() {
        return uri().map(String::hashCode).orElseGet(() -> System.identityHashCode(this));
    }

    // -- numbers --

    /// The version of the libvirt that serves a connection; -1 if it is closed
    /// (`virConnectGetLibVersion`).
    public static long connectionVersion(Connect connect) {
        try {
            return connect.getLibVersion();
        } catch (LibvirtException _) {
            return -1;
        }
    }

    /// The bytes of a UUID as numbers from 0 to 255.
    public static int[] convertUUIDBytes(byte[] bytes) {
        var ints = new int[UUID_BYTES];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return ints;
    }

    /// The bytes of a UUID from numbers.
    public static byte[] createUUIDBytes(int[] ints) {
        var bytes = new byte[UUID_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ints[i];
        }
        return bytes;
    }

    // -- the connection --

    /// The version of the libvirt that serves it (`virConnectGetLibVersion`).
    public long getLibVersion() throws LibvirtException {
        return handle().call("virConnectGetLibVersion", Connection::libraryVersion);
    }

    /// The version of libvirt's API in this library (`virGetVersion`).
    public long getLibVirVersion() throws LibvirtException {
        return Library.VERSION;
    }

    /// The version of libvirt's API in this library (`virGetVersion`).
    ///
    /// @param type of hypervisor; means nothing any more
    public long getHypervisorVersion(@Nullable String type) throws LibvirtException {
        return Library.VERSION;
    }

    /// The hypervisor's name, for example `QEMU` (`virConnectGetType`).
    public String getType() throws LibvirtException {
        return handle().call("virConnectGetType", Connection::type);
    }

    /// The hypervisor's version (`virConnectGetVersion`).
    public long getVersion() throws LibvirtException {
        return handle().call("virConnectGetVersion", Connection::version);
    }

    /// The URI that names it (`virConnectGetURI`).
    public String getURI() throws LibvirtException {
        return handle().call("virConnectGetURI", Connection::uri);
    }

    /// The name of the host that the hypervisor runs on (`virConnectGetHostname`).
    public String getHostName() throws LibvirtException {
        return handle().call("virConnectGetHostname", Connection::hostname);
    }

    /// 1 if the data travel encrypted, 0 if not (`virConnectIsEncrypted`).
    public int isEncrypted() throws LibvirtException {
        return handle().call(
                        "virConnectIsEncrypted",
                        connection -> Numbers.of(connection.isEncrypted()));
    }

    /// 1 if nobody else can read or change the data on their way, 0 if not (`virConnectIsSecure`).
    public int isSecure() throws LibvirtException {
        return handle().call("virConnectIsSecure", connection -> Numbers.of(connection.isSecure()));
    }

    /// Whether it is not closed.
    public boolean isConnected() throws LibvirtException {
        return !handle().isFreed();
    }

    /// Whether it still stands, as far as is known (`virConnectIsAlive`).
    public boolean isAlive() throws LibvirtException {
        return handle().call("virConnectIsAlive", Connection::isAlive);
    }

    /// Pings the far side when nothing was heard of it for a while (`virConnectSetKeepAlive`).
    ///
    /// @param interval of silence before each ping, in seconds; 0 or less for no pings
    /// @param count pings that may stay unanswered before the connection is closed
    /// @return whether the far side answers pings at all
    public boolean setKeepAlive(int interval, int count) throws LibvirtException {
        return handle().call(
                        "virConnectSetKeepAlive",
                        connection -> connection.setKeepAlive(interval, count));
    }

    /// A stream that goes nowhere yet (`virStreamNew`).
    ///
    /// @param flags 0 or [Stream#VIR_STREAM_NONBLOCK], which changes nothing
    public Stream streamNew(int flags) throws LibvirtException {
        return handle().call("virStreamNew", _ -> new Stream(this));
    }

    // -- the hypervisor and its host --

    /// The capabilities of host and hypervisor as XML (`virConnectGetCapabilities`).
    public String getCapabilities() throws LibvirtException {
        return handle().call("virConnectGetCapabilities", Connection::capabilities);
    }

    /// The hardware of the host in short (`virNodeGetInfo`).
    public NodeInfo nodeInfo() throws LibvirtException {
        return handle().call("virNodeGetInfo", connection -> new NodeInfo(connection.nodeInfo()));
    }

    /// The free memory of the first of some NUMA nodes, in bytes (`virNodeGetCellsFreeMemory`).
    ///
    /// @param startCells the first node
    /// @param maxCells the most nodes, from 1 on
    public long getCellsFreeMemory(int startCells, int maxCells) throws LibvirtException {
        return handle().call(
                        "virNodeGetCellsFreeMemory",
                        connection ->
                                connection.host().cellsFreeMemory(startCells, maxCells).getFirst());
    }

    /// The free memory of the host in bytes (`virNodeGetFreeMemory`).
    public long getFreeMemory() throws LibvirtException {
        return handle().call("virNodeGetFreeMemory", Connection::freeMemory);
    }

    /// The most virtual CPUs a domain may have (`virConnectGetMaxVcpus`).
    ///
    /// @param type of the domain, for example `kvm`; null for the usual one
    public int getMaxVcpus(@Nullable String type) throws LibvirtException {
        return handle().call(
                        "virConnectGetMaxVcpus",
                        connection -> connection.maxVcpus(Optional.ofNullable(type)));
    }

    /// The security driver of the host (`virNodeGetSecurityModel`).
    public SecurityModel getSecurityModel() throws LibvirtException {
        return handle().call(
                        "virNodeGetSecurityModel",
                        connection -> new SecurityModel(connection.securityModel()));
    }

    /// The SMBIOS data of the host as XML (`virConnectGetSysinfo`).
    public String getSysinfo() throws LibvirtException {
        return handle().call("virConnectGetSysinfo", connection -> connection.sysinfo(0));
    }

    /// The CPU that all of some hosts have (`virConnectBaselineCPU`).
    ///
    /// @param xmlCPUs their CPUs
    public String baselineCPU(String[] xmlCPUs) throws LibvirtException {
        List<String> cpus = List.of(xmlCPUs);
        return handle().call(
                        "virConnectBaselineCPU",
                        connection -> connection.hypervisor().baselineCpu(cpus, Flags.none()));
    }

    /// Compares a CPU with the host's (`virConnectCompareCPU`).
    public CPUCompareResult compareCPU(String xmlDesc) throws LibvirtException {
        return handle().call(
                        "virConnectCompareCPU",
                        "xmlDesc",
                        xmlDesc,
                        (connection, xml) ->
                                CPUCompareResult.values()[
                                        connection.hypervisor().compareCpu(xml, Flags.none()).code()
                                                + 1]);
    }

    /// The document of a domain for a hypervisor's own configuration
    /// (`virConnectDomainXMLFromNative`).
    public String domainXMLFromNative(String nativeFormat, String nativeConfig, int flags)
            throws LibvirtException {
        return handle().call(
                        "virConnectDomainXMLFromNative",
                        "nativeFormat",
                        nativeFormat,
                        (connection, format) ->
                                connection
                                        .hypervisor()
                                        .domainXmlFromNative(
                                                format,
                                                Handle.given(
                                                        "virConnectDomainXMLFromNative",
                                                        "nativeConfig",
                                                        nativeConfig),
                                                flags));
    }

    /// A hypervisor's own configuration for the document of a domain
    /// (`virConnectDomainXMLToNative`).
    public String domainXMLToNative(String nativeFormat, String domainXML, int flags)
            throws LibvirtException {
        return handle().call(
                        "virConnectDomainXMLToNative",
                        "nativeFormat",
                        nativeFormat,
                        (connection, format) ->
                                connection
                                        .hypervisor()
                                        .domainXmlToNative(
                                                format,
                                                Handle.given(
                                                        "virConnectDomainXMLToNative",
                                                        "domainXml",
                                                        domainXML),
                                                flags));
    }

    /// Starts a domain from the file of [Domain#save] (`virDomainRestore`).
    public void restore(String from) throws LibvirtException {
        handle().run(
                        "virDomainRestore",
                        "from",
                        from,
                        (connection, file) -> connection.savedDomains().restore(file));
    }

    /// Was for the first domain of Xen, and names no domain (`virDomainSetMemory`).
    ///
    /// @throws LibvirtException INVALID_DOMAIN
    public void setDom0Memory(long memory) throws LibvirtException {
        throw Handle.Kind.DOMAIN.invalid("virDomainSetMemory");
    }

    // -- listeners: each is called by whoever runs the event loop of the Library --

    /// Tells a listener when the connection ends otherwise than by [#close()].
    public void registerCloseListener(@Nullable ConnectionCloseListener listener)
            throws LibvirtException {
        listeners.onClose(listener);
    }

    /// Stops telling it.
    public void unregisterCloseListener() throws LibvirtException {
        listeners.offClose();
    }

    /// Tells a listener of failed disks.
    public void addIOErrorListener(IOErrorListener cb) throws LibvirtException {
        listeners.addIoError(null, cb);
    }

    /// Tells a listener of guest agents.
    public void addAgentLifecycleListener(AgentLifecycleListener cb) throws LibvirtException {
        listeners.addAgentLifecycle(null, cb);
    }

    /// Tells a listener when domains start, stop, are defined, ...
    public void addLifecycleListener(LifecycleListener cb) throws LibvirtException {
        listeners.addLifecycle(null, cb);
    }

    /// Tells a listener when guests go to sleep.
    public void addPMSuspendListener(PMSuspendListener cb) throws LibvirtException {
        listeners.addPmSuspend(null, cb);
    }

    /// Tells a listener when guests wake up.
    public void addPMWakeupListener(PMWakeupListener cb) throws LibvirtException {
        listeners.addPmWakeup(null, cb);
    }

    /// Tells a listener when guests reboot.
    public void addRebootListener(RebootListener cb) throws LibvirtException {
        listeners.addReboot(null, cb);
    }

    /// Stops telling it.
    public void removePMSuspendListener(PMSuspendListener cb) throws LibvirtException {
        listeners.remove(DomainEventId.PMSUSPEND, cb);
    }

    /// Stops telling it.
    public void removePMWakeupListener(PMWakeupListener cb) throws LibvirtException {
        listeners.remove(DomainEventId.PMWAKEUP, cb);
    }

    /// Stops telling it.
    public void removeLifecycleListener(LifecycleListener cb) throws LibvirtException {
        listeners.remove(DomainEventId.LIFECYCLE, cb);
    }

    /// Stops telling it.
    public void removeAgentLifecycleListener(AgentLifecycleListener cb) throws LibvirtException {
        listeners.remove(DomainEventId.AGENT_LIFECYCLE, cb);
    }

    /// Stops telling it.
    public void removeBlockJobListener(BlockJobListener cb) throws LibvirtException {
        listeners.remove(DomainEventId.BLOCK_JOB, cb);
    }

    /// Stops telling it.
    public void removeIOErrorListener(IOErrorListener cb) throws LibvirtException {
        listeners.remove(DomainEventId.IO_ERROR, cb);
    }
}
