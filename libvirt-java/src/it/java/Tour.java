import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirt.Connect;
import org.libvirt.ConnectAuthDefault;
import org.libvirt.Domain;
import org.libvirt.DomainInfo;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.KeycodeSet;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.libvirt.MemoryAddressMode;
import org.libvirt.Network;
import org.libvirt.NodeInfo;
import org.libvirt.SchedParameter;
import org.libvirt.SchedUlongParameter;
import org.libvirt.Secret;
import org.libvirt.StoragePool;
import org.libvirt.StorageVol;
import org.libvirt.SuspendTarget;
import org.libvirt.TypedParameter;
import org.libvirt.event.LifecycleListener;

/// A program written for libvirt-java: it walks through a host and prints what it finds, in words
/// that are the same whenever it is run. It knows nothing of us; it is compiled with the published
/// jar.
///
/// Arguments: the URI and an empty folder.
public final class Tour {
    private static final String UUID_TEXT = "12345678-1234-1234-1234-123456789abc";
    private static final UUID NOBODY = UUID.fromString("00000000-1111-2222-3333-444444444444");

    private final Connect connect;
    private final Path folder;
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    private Tour(Connect connect, Path folder) {
        this.connect = connect;
        this.folder = folder;
    }

    /// What may fail.
    private interface Call {
        Object result() throws LibvirtException, IOException, InterruptedException;
    }

    /// What may fail and has no result.
    private interface Action {
        void run() throws LibvirtException, IOException, InterruptedException;
    }

    private static void show(String name, Call call) throws IOException, InterruptedException {
        String line;
        try {
            line = text(call.result());
        } catch (LibvirtException e) {
            var error = e.getError();
            // which call it was that the driver does not have is told differently by each daemon
            boolean unsupported = error.getCode() == ErrorNumber.VIR_ERR_NO_SUPPORT;
            line =
                    "%s %s %s: %s"
                            .formatted(
                                    error.getCode(),
                                    error.getDomain(),
                                    error.getLevel(),
                                    unsupported ? "not supported" : error.getMessage());
        }
        System.out.println(name + ": " + line.replace("\n", " "));
    }

    private static void act(String name, Action action) throws IOException, InterruptedException {
        show(
                name,
                () -> {
                    action.run();
                    return "done";
                });
    }

    private static String text(Object value) {
        if (value instanceof int[] ints) {
            return Arrays.toString(ints);
        }
        if (value instanceof Object[] objects) {
            return Arrays.toString(objects);
        }
        return String.valueOf(value);
    }

    public static void main(String[] arguments) throws Exception {
        String uri = arguments[0];
        show("no such driver", () -> new Connect("nosuch+unix:///x?socket=/nonexistent").getURI());
        show("malformed", () -> new Connect("::::").getURI());
        show(
                "a listener without the event loop",
                () -> {
                    var early = new Connect(uri);
                    try {
                        early.addLifecycleListener((domain, event) -> 0);
                        return "added";
                    } finally {
                        early.close();
                    }
                });
        Library.initEventLoop();
        var loop = new Thread(Tour::loop, "loop");
        // if the tour ends early, so does the program
        loop.setDaemon(true);
        loop.start();
        var tour = new Tour(new Connect(uri, new ConnectAuthDefault(), 0), Path.of(arguments[1]));
        tour.host();
        tour.nothingThere();
        tour.lists();
        tour.badDocuments();
        tour.definedDomain();
        tour.runningDomain();
        tour.secrets();
        tour.networks();
        tour.filters();
        tour.storage();
        tour.connections(uri);
        show("the test hypervisor", () -> new Connect("test:///default").getType());
        Library.stopEventLoop();
        loop.join();
        System.out.println("loop ended");
    }

    private static void loop() {
        try {
            Library.runEventLoop();
        } catch (LibvirtException | InterruptedException e) {
            System.out.println("loop: " + e);
        }
    }

    private void host() throws Exception {
        show("uri", connect::getURI);
        show("type", connect::getType);
        show("version", () -> connect.getVersion() > 1_000_000);
        show("library", () -> Library.getVersion() + " " + connect.getLibVirVersion());
        show("daemon", () -> connect.getLibVersion() == Connect.connectionVersion(connect));
        show("host", connect::getHostName);
        show("encrypted, secure", () -> connect.isEncrypted() + " " + connect.isSecure());
        show("connected, alive", () -> connect.isConnected() + " " + connect.isAlive());
        show("keep alive", () -> connect.setKeepAlive(5, 3));
        show("capabilities", () -> connect.getCapabilities().startsWith("<capabilities>"));
        show("virtual CPUs", () -> connect.getMaxVcpus(null) + " " + connect.getMaxVcpus("qemu"));
        show("virtual CPUs of zzz", () -> connect.getMaxVcpus("zzz"));
        show(
                "node",
                () -> {
                    NodeInfo node = connect.nodeInfo();
                    return "%s, %d of %d CPUs, %d nodes, %d sockets, %d cores, %d threads"
                            .formatted(
                                    node.model,
                                    node.cpus,
                                    node.maxCpus(),
                                    node.nodes,
                                    node.sockets,
                                    node.cores,
                                    node.threads);
                });
        show("memory", () -> connect.getFreeMemory() > 0 && connect.nodeInfo().memory > 1024);
        show("compare CPU", () -> connect.compareCPU("<cpu><model>qemu64</model></cpu>"));
        show("compare no CPU", () -> connect.compareCPU("<zzz/>"));
    }

    private void nothingThere() throws Exception {
        show("domain by name", () -> connect.domainLookupByName("nope"));
        show("domain without name", () -> connect.domainLookupByName(null));
        show("domain by id", () -> connect.domainLookupByID(4711));
        show("domain by negative id", () -> connect.domainLookupByID(-1));
        show("domain by uuid", () -> connect.domainLookupByUUID(NOBODY));
        show("domain by bytes", () -> connect.domainLookupByUUID(new int[16]));
        show("domain by text", () -> connect.domainLookupByUUIDString(NOBODY.toString()));
        show("domain by nonsense", () -> connect.domainLookupByUUIDString("xyz"));
        show("network by name", () -> connect.networkLookupByName("nope"));
        show("network by uuid", () -> connect.networkLookupByUUID(NOBODY));
        show("network by nonsense", () -> connect.networkLookupByUUIDString("xyz"));
        show("pool by name", () -> connect.storagePoolLookupByName("nope"));
        show("pool by nonsense", () -> connect.storagePoolLookupByUUIDString("xyz"));
        show("volume by key", () -> connect.storageVolLookupByKey("nope"));
        show("volume by path", () -> connect.storageVolLookupByPath("/nope"));
        show("secret by uuid", () -> connect.secretLookupByUUID(NOBODY));
        show("filter by name", () -> connect.networkFilterLookupByName("nope"));
        show("device by name", () -> connect.deviceLookupByName("nope"));
        show("interface by name", () -> connect.interfaceLookupByName("nope"));
    }

    private void lists() throws Exception {
        show("domains", connect::listDomains);
        show("all domains", () -> connect.listAllDomains(0).length);
        show("all domains, bad flag", () -> connect.listAllDomains(1 << 30).length);
        show("number of domains", connect::numOfDomains);
        show("defined domains", connect::listDefinedDomains);
        show("number of defined domains", connect::numOfDefinedDomains);
        show("networks", connect::listNetworks);
        show("number of networks", connect::numOfNetworks);
        show("defined networks", connect::listDefinedNetworks);
        show("pools", connect::listStoragePools);
        show("defined pools", connect::listDefinedStoragePools);
        show("number of pools", connect::numOfStoragePools);
        show("filters", connect::listNetworkFilters);
        show("secrets", connect::listSecrets);
        show("number of secrets", connect::numOfSecrets);
        show("interfaces", connect::listInterfaces);
        show("devices", () -> connect.listDevices("system"));
        show("number of devices", () -> connect.numOfDevices("zzz"));
    }

    private void badDocuments() throws Exception {
        show("domain without name", () -> connect.domainDefineXML("<domain/>"));
        show("no domain", () -> connect.domainDefineXML(null));
        show("network", () -> connect.networkDefineXML("<x/>"));
        show("pool", () -> connect.storagePoolDefineXML("<x/>", 0));
        show("secret", () -> connect.secretDefineXML("<x/>"));
        show("filter", () -> connect.networkFilterDefineXML("<x/>"));
        show("device", () -> connect.deviceCreateXML("<x/>"));
        show("native", () -> connect.domainXMLToNative("zzz", "<domain/>", 0));
        act("restore", () -> connect.restore("/nope"));
        act("first domain of Xen", () -> connect.setDom0Memory(1));
    }

    private String domainXml() {
        return """
               <domain type='qemu'>
                 <name>tour</name>
                 <uuid>%s</uuid>
                 <memory unit='KiB'>65536</memory>
                 <vcpu>2</vcpu>
                 <os><type arch='x86_64'>hvm</type></os>
                 <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
               </domain>
               """
                .formatted(UUID_TEXT);
    }

    private void definedDomain() throws Exception {
        LifecycleListener listener =
                (domain, event) -> {
                    try {
                        events.add(
                                "%s %s %s %s"
                                        .formatted(
                                                domain.getName(),
                                                event.getType(),
                                                event,
                                                domain.getConnect() == connect));
                    } catch (LibvirtException e) {
                        events.add(e.toString());
                    }
                    return 0;
                };
        act("listen", () -> connect.addLifecycleListener(listener));
        act("listen again", () -> connect.addLifecycleListener(listener));
        act("stop listening with another", () -> connect.removeLifecycleListener((d, e) -> 0));
        show("define", () -> connect.domainDefineXML(domainXml()).getName());
        Domain domain = connect.domainLookupByUUIDString(UUID_TEXT.replace("-", ""));
        show("equal", () -> domain.equals(connect.domainLookupByName("tour")));
        show("connection", () -> domain.getConnect() == connect);
        show("id", domain::getID);
        show("info", () -> info(domain.getInfo()));
        show("uuid", domain::getUUID);
        show("uuid text", domain::getUUIDString);
        show("os", domain::getOSType);
        show("memory", domain::getMaxMemory);
        show("virtual CPUs of one that is off", domain::getMaxVcpus);
        show("autostart", domain::getAutostart);
        act("set autostart", () -> domain.setAutostart(true));
        show("autostart then", domain::getAutostart);
        act("unset autostart", () -> domain.setAutostart(false));
        show("active, persistent", () -> domain.isActive() + " " + domain.isPersistent());
        show("updated", domain::isUpdated);
        show("saved", domain::hasManagedSaveImage);
        show("document", () -> domain.getXMLDesc(Domain.XMLFlags.INACTIVE).contains(UUID_TEXT));
        show("document with bad flag", () -> domain.getXMLDesc(1 << 20));
        metadata(domain);
        show("scheduler", domain::getSchedulerType);
        show("scheduler parameters", () -> parameters(domain.getSchedulerParameters()));
        show("label", domain::getSecurityLabel);
        show("vcpus of one that is off", domain::getVcpusInfo);
        act("suspend one that is off", domain::suspend);
        act("destroy one that is off", domain::destroy);
        act("attach to one that is off", () -> domain.attachDevice("<x/>"));
        act(
                "attach nonsense",
                () -> domain.attachDeviceFlags("<x/>", Domain.DeviceModifyFlags.CONFIG));
        act("virtual CPUs", () -> domain.setVcpusFlags(1, Domain.VcpuFlags.CONFIG));
        snapshots(domain);
        show("bytes for 9 CPUs", () -> domain.cpuMapLength(9));
    }

    private static String info(DomainInfo info) {
        return "%s %d %d %d".formatted(info.state, info.maxMem, info.memory, info.nrVirtCpu);
    }

    private static String parameters(SchedParameter... parameters) {
        return Stream.of(parameters)
                .map(p -> p.field + "=" + p.getValueAsString() + " " + p.getTypeAsString())
                .collect(Collectors.joining(", "));
    }

    private void metadata(Domain domain) throws Exception {
        int config = Domain.ModificationImpact.CONFIG;
        int element = Domain.MetadataType.ELEMENT;
        show("no title", () -> domain.getMetadata(Domain.MetadataType.TITLE, null, config));
        act(
                "set title",
                () -> domain.setMetadata(Domain.MetadataType.TITLE, "Tour", null, null, config));
        show("title", () -> domain.getMetadata(Domain.MetadataType.TITLE, null, config));
        act("set element", () -> domain.setMetadata(element, "<a/>", "k", "http://tour/1", config));
        show("element", () -> domain.getMetadata(element, "http://tour/1", config));
        act(
                "remove title",
                () -> domain.setMetadata(Domain.MetadataType.TITLE, null, null, null, config));
    }

    private void snapshots(Domain domain) throws Exception {
        show("snapshots", domain::snapshotNum);
        show("names of snapshots", domain::snapshotListNames);
        show("current snapshot", domain::snapshotCurrent);
        show("has current snapshot", domain::hasCurrentSnapshot);
        show("snapshot nope", () -> domain.snapshotLookupByName("nope"));
        show("checkpoints", domain::checkpointListNames);
        show("checkpoint nope", () -> domain.checkpointLookupByName("nope"));
    }

    private void runningDomain() throws Exception {
        Domain domain = connect.domainLookupByName("tour");
        show("start", domain::create);
        show("start again", () -> domain.create(Domain.CreateFlags.NONE));
        show("id of a running one", () -> domain.getID() > 0);
        show("listed", () -> connect.listDomains().length + " " + connect.numOfDomains());
        show("by its id", () -> connect.domainLookupByID(domain.getID()).getName());
        show("info of a running one", () -> info(domain.getInfo()));
        show("virtual CPUs of a running one", domain::getMaxVcpus);
        show("first virtual CPU", () -> domain.getVcpusInfo()[0].state);
        show("number of virtual CPUs", () -> domain.getVcpusInfo().length);
        show("maps", () -> domain.getVcpusCpuMaps().length);
        show("job", () -> domain.getJobInfo().getType());
        show("job in detail", () -> domain.getJobStats(0).type);
        show("abort no job", domain::abortJob);
        show("CPU time", () -> names(domain.getCPUStats(-1, 1)));
        show("addresses", () -> domain.interfaceAddresses(0, 0).size());
        show("figures of no disk", () -> domain.blockInfo("vda"));
        show("figures of no interface", () -> domain.interfaceStats("nope0"));
        show("QEMU", () -> domain.qemuMonitorCommand("info name", 1).strip());
        show(
                "QEMU by JSON",
                () ->
                        domain.qemuMonitorCommand("{\"execute\":\"query-name\"}", 0)
                                .contains("\"tour\""));
        show("agent", () -> domain.qemuAgentCommand("{}", 1, 0));
        act("sleep", () -> domain.PMsuspend(SuspendTarget.MEMORY));
        act("keys", () -> domain.sendKey(KeycodeSet.LINUX, 0, 1, 2));
        show(
                "memory of the guest",
                () -> {
                    var bytes = ByteBuffer.allocate(8);
                    domain.memoryPeek(0, bytes, MemoryAddressMode.PHYSICAL);
                    return bytes;
                });
        act("suspend", domain::suspend);
        show("suspended", () -> domain.getInfo().state);
        act("resume", domain::resume);
        scheduler(domain);
        act("undefine", domain::undefine);
        act("destroy", domain::destroy);
        show("gone", domain::isActive);
        show("what happened", this::happened);
    }

    private static String names(TypedParameter... parameters) {
        return Stream.of(parameters)
                .map(p -> p.field + " " + p.getTypeAsString())
                .collect(Collectors.joining(", "));
    }

    private static void scheduler(Domain domain) throws Exception {
        var shares = new SchedUlongParameter(2048);
        shares.field = "cpu_shares";
        act("set scheduler", () -> domain.setSchedulerParameters(new SchedParameter[] {shares}));
        var nonsense = new SchedUlongParameter(1);
        nonsense.field = "zzz";
        act(
                "set scheduler to nonsense",
                () -> domain.setSchedulerParameters(new SchedParameter[] {nonsense}));
    }

    /// The events until the domain stopped; the order of those of one step is the daemon's affair.
    private String happened() throws InterruptedException {
        var all = new java.util.TreeSet<String>();
        String event;
        do {
            event = events.poll(10, TimeUnit.SECONDS);
            all.add(String.valueOf(event));
        } while (event != null && !event.contains("DESTROYED"));
        return String.join(", ", all);
    }

    private void secrets() throws Exception {
        Secret secret;
        try {
            secret =
                    connect.secretDefineXML(
                            "<secret ephemeral='no' private='no'><uuid>%s</uuid><usage type='ceph'>"
                                            .formatted(UUID_TEXT)
                                    + "<name>tour</name></usage></secret>");
        } catch (LibvirtException e) {
            System.out.println("no secrets: " + e.getError().getCode());
            return;
        }
        show("uuid of a secret", secret::getUUIDString);
        show("use of a secret", () -> secret.getUsageType() + " " + secret.getUsageID());
        show("no value", secret::getValue);
        show("set value", () -> secret.setValue("tour"));
        show("value", secret::getValue);
        show("set bytes", () -> secret.setValue(new byte[] {1, 0, -1}));
        show("bytes", () -> Arrays.toString(secret.getByteValue()));
        show("secrets", connect::listSecrets);
        show("document of a secret", () -> secret.getXMLDesc().contains("ceph"));
        show("undefine a secret", secret::undefine);
        show("free it twice", () -> secret.free() + " " + secret.free());
        show("use of a freed one", secret::getUsageID);
    }

    private void networks() throws Exception {
        Network network;
        try {
            network =
                    connect.networkDefineXML(
                            """
                            <network>
                              <name>tour</name>
                              <uuid>%s</uuid>
                              <forward mode='bridge'/>
                              <bridge name='tourbr'/>
                            </network>
                            """
                                    .formatted(UUID_TEXT));
        } catch (LibvirtException e) {
            System.out.println("no networks: " + e.getError().getCode());
            return;
        }
        show("name of a network", network::getName);
        show("uuid of a network", network::getUUIDString);
        show("active, persistent", () -> network.isActive() + " " + network.isPersistent());
        show("bridge", network::getBridgeName);
        act("start a network", network::create);
        show("networks", connect::listNetworks);
        act("set autostart", () -> network.setAutostart(true));
        show("autostart", network::getAutostart);
        act("stop a network", network::destroy);
        show("defined networks", connect::listDefinedNetworks);
        act("undefine a network", network::undefine);
        show("a network that is gone", () -> network.getXMLDesc(0));
        network.free();
        show("a freed network", network::isActive);
    }

    private void filters() throws Exception {
        show(
                "filter",
                () -> {
                    var filter =
                            connect.networkFilterDefineXML(
                                    "<filter name='tour'><uuid>%s</uuid></filter>"
                                            .formatted(UUID_TEXT));
                    String all = filter.getName() + " " + filter.getUUIDString();
                    filter.undefine();
                    return all;
                });
    }

    private void storage() throws Exception {
        StoragePool pool;
        try {
            pool =
                    connect.storagePoolDefineXML(
                            """
                            <pool type='dir'>
                              <name>tour</name>
                              <uuid>%s</uuid>
                              <target><path>%s</path></target>
                            </pool>
                            """
                                    .formatted(UUID_TEXT, folder),
                            0);
        } catch (LibvirtException e) {
            System.out.println("no storage: " + e.getError().getCode());
            return;
        }
        show("pool", () -> pool.getName() + " " + pool.getUUIDString());
        show("pool that is off", pool::getInfo);
        show("volumes of one that is off", pool::listVolumes);
        act("start a pool", () -> pool.create(0));
        act("autostart a pool", () -> pool.setAutostart(1));
        show("pool that is on", () -> pool.getInfo().state + " " + pool.getAutostart());
        show("volumes", () -> pool.numOfVolumes() + Arrays.toString(pool.listVolumes()));
        show("volume nope", () -> pool.storageVolLookupByName("nope"));
        show("volume of nonsense", () -> pool.storageVolCreateXML("<x/>", 0));
        volumes(pool);
        act("refresh", () -> pool.refresh(0));
        act("undefine one that is on", pool::undefine);
        act("stop a pool", pool::destroy);
        act("stop it again", pool::destroy);
        act("undefine a pool", pool::undefine);
        show("a pool that is gone", pool::getInfo);
    }

    private void volumes(StoragePool pool) throws Exception {
        String xml = "<volume><name>v</name><capacity>65536</capacity></volume>";
        StorageVol volume = pool.storageVolCreateXML(xml, 0);
        show("make it again", () -> pool.storageVolCreateXML(xml, 0));
        show("volume", () -> volume.getName() + " " + volume.getKey() + " " + volume.getPath());
        show("volume info", volume::getInfo);
        show("its pool", () -> volume.storagePoolLookupByVolume().getName());
        show("shrink", () -> volume.resize(1, 0));
        show("grow", () -> volume.resize(131072, 0) + " " + volume.getInfo().capacity);
        streams(volume);
        show(
                "copy",
                () ->
                        pool.storageVolCreateXMLFrom(
                                        "<volume><name>w</name><capacity>131072</capacity></volume>",
                                        volume,
                                        0)
                                .getName());
        show("wipe", volume::wipe);
        for (String name : pool.listVolumes()) {
            act("delete", () -> pool.storageVolLookupByName(name).delete(0));
        }
        show("a volume that is gone", volume::getInfo);
    }

    private void streams(StorageVol volume) throws Exception {
        show(
                "upload",
                () -> {
                    var stream = connect.streamNew(0);
                    String open = stream.isOpen() + " ";
                    volume.upload(stream, 0, 10, 0);
                    open += stream.isOpen() + " ";
                    int sent = stream.send("hello12345".getBytes(StandardCharsets.UTF_8));
                    return open + sent + " " + stream.finish() + " " + stream.free();
                });
        show(
                "upload by channel",
                () -> {
                    var stream = connect.streamNew(0);
                    volume.upload(stream, 0, 5, 0);
                    try (stream) {
                        return stream.write(
                                ByteBuffer.wrap("HELLO".getBytes(StandardCharsets.UTF_8)));
                    }
                });
        show(
                "download",
                () -> {
                    var stream = connect.streamNew(0);
                    volume.download(stream, 0, 10, 0);
                    var bytes = new byte[64];
                    int count = stream.receive(bytes);
                    return new String(bytes, 0, count, StandardCharsets.UTF_8)
                            + (" " + stream.receive(bytes) + " " + stream.finish());
                });
        show(
                "download by channel",
                () -> {
                    var stream = connect.streamNew(0);
                    volume.download(stream, 0, 10, 0);
                    var bytes = ByteBuffer.allocate(6);
                    String counts = "";
                    int count = stream.read(bytes);
                    while (count >= 0) {
                        counts += count + " ";
                        bytes.clear();
                        count = stream.read(bytes);
                    }
                    stream.close();
                    return counts + count + " " + stream.isOpen();
                });
        show("stream to nowhere", () -> connect.streamNew(0).send(new byte[3]));
        show("end of a stream to nowhere", () -> connect.streamNew(0).finish());
    }

    private void connections(String uri) throws Exception {
        var reader = new Connect(uri, true);
        show("reader", () -> reader.domainDefineXML(domainXml()));
        show("equal connections", () -> reader.equals(connect));
        show("close", reader::close);
        show("close again", reader::close);
        show("closed", reader::isConnected);
        show("host of a closed one", reader::getHostName);
        show("domains of a closed one", reader::listDomains);
        show("version of a closed one", () -> Connect.connectionVersion(reader));
        show(
                "listen to a closed one",
                () -> {
                    reader.addLifecycleListener((domain, event) -> 0);
                    return "added";
                });
        show("an exception on its way", Tour::serialized);
    }

    private static String serialized() throws IOException {
        try {
            return new Connect("::::").getURI();
        } catch (LibvirtException e) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(e);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return ((LibvirtException) in.readObject()).getError().getCode().name();
            } catch (ClassNotFoundException wrong) {
                return wrong.toString();
            }
        }
    }
}
