package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.BlockJob;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a [Domain] tells about itself: a fourth of its methods.
abstract sealed class DomainFigures permits DomainCopies {
    private final Connect virConnect;
    private final Handle<dev.jvirt.api.Domain> handle;

    DomainFigures(Connect connect, dev.jvirt.api.Domain domain) {
        this.virConnect = connect;
        this.handle = connect.handle().next(Handle.Kind.DOMAIN, domain);
    }

    Handle<dev.jvirt.api.Domain> handle() {
        return handle;
    }

    /// The connection that it belongs to.
    public Connect getConnect() {
        return virConnect;
    }

    /// Its name; null once the domain is freed (`virDomainGetName`).
    public @Nullable String getName() throws LibvirtException {
        return handle.isFreed() ? null : handle.target().name();
    }

    /// Its number while it runs; -1 otherwise (`virDomainGetID`).
    public int getID() throws LibvirtException {
        return handle.call("virDomainGetID", domain -> domain.id().orElse(-1));
    }

    /// The bytes of its UUID (`virDomainGetUUID`).
    public int[] getUUID() throws LibvirtException {
        return handle.call("virDomainGetUUID", domain -> Numbers.ints(domain.uuid()));
    }

    /// Its UUID (`virDomainGetUUIDString`).
    public String getUUIDString() throws LibvirtException {
        return handle.call("virDomainGetUUIDString", domain -> domain.uuid().toString());
    }

    /// What kind of machine it is, for example `hvm` (`virDomainGetOSType`).
    public String getOSType() throws LibvirtException {
        return handle.call("virDomainGetOSType", dev.jvirt.api.Domain::osType);
    }

    /// Its document (`virDomainGetXMLDesc`).
    ///
    /// @param flags of [Domain.XMLFlags]
    public String getXMLDesc(int flags) throws LibvirtException {
        return handle.call("virDomainGetXMLDesc", domain -> domain.xml(new Flags<>(flags)));
    }

    /// Its state, memory, virtual CPUs and CPU time (`virDomainGetInfo`).
    public DomainInfo getInfo() throws LibvirtException {
        return handle.call("virDomainGetInfo", domain -> new DomainInfo(domain.info()));
    }

    /// 1 if it runs, 0 if not (`virDomainIsActive`).
    public int isActive() throws LibvirtException {
        return handle.call("virDomainIsActive", domain -> Numbers.of(domain.isActive()));
    }

    /// 1 if it is defined, 0 if it is gone when it stops (`virDomainIsPersistent`).
    public int isPersistent() throws LibvirtException {
        return handle.call("virDomainIsPersistent", domain -> Numbers.of(domain.isPersistent()));
    }

    /// Whether its definition changed since it started (`virDomainIsUpdated`).
    public boolean isUpdated() throws LibvirtException {
        return handle.call("virDomainIsUpdated", dev.jvirt.api.Domain::isUpdated);
    }

    /// Whether it starts with the daemon (`virDomainGetAutostart`).
    public boolean getAutostart() throws LibvirtException {
        return handle.call("virDomainGetAutostart", dev.jvirt.api.Domain::autostart);
    }

    /// How it is confined; null if it is not (`virDomainGetSecurityLabel`).
    public @Nullable SecurityLabel getSecurityLabel() throws LibvirtException {
        return handle
                .call("virDomainGetSecurityLabel", dev.jvirt.api.Domain::securityLabels)
                .stream()
                .findFirst()
                .filter(label -> !label.label().isEmpty())
                .map(SecurityLabel::new)
                .orElse(null);
    }

    /// A part of its metadata (`virDomainGetMetadata`).
    ///
    /// @param type of [Domain.MetadataType]
    /// @param uri the XML namespace of an element; null for the other types
    /// @param flags of [Domain.ModificationImpact]
    public String getMetadata(int type, @Nullable String uri, int flags) throws LibvirtException {
        return handle.call(
                "virDomainGetMetadata",
                domain ->
                        domain.tuning().metadata(Requests.metadata(type, uri), new Flags<>(flags)));
    }

    // -- memory and CPUs --

    /// The most memory it may have, in KiB (`virDomainGetMaxMemory`).
    public long getMaxMemory() throws LibvirtException {
        return handle.call("virDomainGetMaxMemory", dev.jvirt.api.Domain::maxMemory);
    }

    /// The most virtual CPUs it may have while it runs (`virDomainGetMaxVcpus`).
    public int getMaxVcpus() throws LibvirtException {
        return handle.call("virDomainGetMaxVcpus", dev.jvirt.api.Domain::maxVcpus);
    }

    /// How many bytes say which of so many CPUs are meant.
    public int cpuMapLength(int maxCpus) {
        return (maxCpus + Byte.SIZE - 1) / Byte.SIZE;
    }

    /// Which CPUs of the host each virtual CPU may run on (`virDomainGetVcpus`): for each of the
    /// most it may have, as many bytes as [#cpuMapLength] says for the host, with the lowest bit
    /// first.
    ///
    /// @return bytes with their sign; 0 for those that it does not have
    public int[] getVcpusCpuMaps() throws LibvirtException {
        return handle.call(
                "virDomainGetVcpus",
                domain -> {
                    int length = cpuMapLength(Requests.hostCpus(domain.connection().nodeInfo()));
                    var maps = new int[domain.maxVcpus() * length];
                    for (var vcpu : domain.vcpus().list()) {
                        byte[] bytes = vcpu.cpus().toBytes(length);
                        for (int i = 0; i < length; i++) {
                            maps[vcpu.number() * length + i] = bytes[i];
                        }
                    }
                    return maps;
                });
    }

    /// Its virtual CPUs, as many as it may have (`virDomainGetVcpus`); those that it does not have
    /// come last, and all about them is 0.
    public VcpuInfo[] getVcpusInfo() throws LibvirtException {
        return handle.call(
                "virDomainGetVcpus",
                domain -> {
                    // first, because a domain that does not run is refused here in other words
                    int most = domain.maxVcpus();
                    return Stream.concat(
                                    domain.vcpus().list().stream().map(VcpuInfo::new),
                                    Stream.generate(VcpuInfo::missing))
                            .limit(most)
                            .toArray(VcpuInfo[]::new);
                });
    }

    /// What the CPUs of the host did for it (`virDomainGetCPUStats`).
    ///
    /// @param startCpu the first CPU; -1 for all of them in one
    /// @param nCpus how many CPUs, 1 if `startCpu` is -1
    public TypedParameter[] getCPUStats(int startCpu, int nCpus) throws LibvirtException {
        return handle.call(
                "virDomainGetCPUStats",
                domain -> {
                    if (startCpu == -1) {
                        return Parameters.typed(domain.statistics().totalCpu(0));
                    }
                    var all = new ArrayList<TypedParameter>();
                    for (var cpu : domain.statistics().cpus(new CpuRange(startCpu, nCpus), 0)) {
                        all.addAll(List.of(Parameters.typed(cpu)));
                    }
                    return all.toArray(TypedParameter[]::new);
                });
    }

    /// What is counted of its memory (`virDomainMemoryStats`).
    ///
    /// @param number the most figures
    public MemoryStatistic[] memoryStats(int number) throws LibvirtException {
        return handle.call("virDomainMemoryStats", domain -> domain.statistics().memory(0)).stream()
                .limit(number)
                .map(MemoryStatistic::new)
                .toArray(MemoryStatistic[]::new);
    }

    /// What it has in its memory (`virDomainMemoryPeek`): as much as has room in the buffer.
    public void memoryPeek(long start, ByteBuffer buffer, MemoryAddressMode mode)
            throws LibvirtException {
        byte[] bytes =
                handle.call(
                        "virDomainMemoryPeek",
                        domain ->
                                domain.statistics()
                                        .memoryPeek(
                                                start,
                                                buffer.remaining(),
                                                new Flags<>(mode.bit())));
        buffer.put(bytes);
    }

    /// What its scheduler is told (`virDomainGetSchedulerParameters`).
    public SchedParameter[] getSchedulerParameters() throws LibvirtException {
        return handle.call(
                "virDomainGetSchedulerParameters",
                domain -> Parameters.scheduler(domain.tuning().schedulerParameters(Flags.none())));
    }

    /// The name of its scheduler (`virDomainGetSchedulerType`).
    public String getSchedulerType() throws LibvirtException {
        return handle.call(
                "virDomainGetSchedulerType", domain -> domain.tuning().schedulerType().name());
    }

    // -- disks and network interfaces --

    /// The sizes of a disk (`virDomainGetBlockInfo`).
    ///
    /// @param path its target, for example `vda`, or the path of its file
    public DomainBlockInfo blockInfo(String path) throws LibvirtException {
        return handle.call(
                "virDomainGetBlockInfo",
                "disk",
                path,
                (domain, disk) -> new DomainBlockInfo(domain.disks().info(disk, 0)));
    }

    /// What a disk has read and written (`virDomainBlockStats`).
    public DomainBlockStats blockStats(String path) throws LibvirtException {
        return handle.call(
                "virDomainBlockStats",
                "disk",
                path,
                (domain, disk) -> new DomainBlockStats(domain.disks().stats(disk)));
    }

    /// What a disk has (`virDomainBlockPeek`): as much as has room in the buffer.
    public void blockPeek(String disk, long offset, ByteBuffer buffer) throws LibvirtException {
        byte[] bytes =
                handle.call(
                        "virDomainBlockPeek",
                        "disk",
                        disk,
                        (domain, given) ->
                                domain.disks().peek(given, offset, buffer.remaining(), 0));
        buffer.put(bytes);
    }

    /// The job on a disk (`virDomainGetBlockJobInfo`).
    ///
    /// @param flags of [Domain.BlockJobInfoFlags]
    public DomainBlockJobInfo getBlockJobInfo(String disk, int flags) throws LibvirtException {
        return handle.call(
                "virDomainGetBlockJobInfo",
                "disk",
                disk,
                (domain, given) ->
                        domain.disks()
                                .job(given, new Flags<>(flags))
                                .map((BlockJob job) -> new DomainBlockJobInfo(job))
                                .orElseGet(DomainBlockJobInfo::new));
    }

    /// The addresses of its network interfaces (`virDomainInterfaceAddresses`).
    ///
    /// @param source of [Domain.InterfaceAddressesSource]
    public Collection<DomainInterface> interfaceAddresses(int source, int flags)
            throws LibvirtException {
        return new ArrayList<>(
                handle
                        .call(
                                "virDomainInterfaceAddresses",
                                domain ->
                                        domain.guest()
                                                .interfaceAddresses(
                                                        DomainInterfaceAddressesSource.of(source),
                                                        flags))
                        .stream()
                        .map(DomainInterface::new)
                        .toList());
    }

    /// What went through a network interface (`virDomainInterfaceStats`).
    ///
    /// @param path the name of the host's end, for example `vnet0`
    public DomainInterfaceStats interfaceStats(String path) throws LibvirtException {
        return handle.call(
                "virDomainInterfaceStats",
                "device",
                path,
                (domain, device) ->
                        new DomainInterfaceStats(domain.statistics().networkInterface(device)));
    }

    // -- jobs --

    /// The job that it is busy with (`virDomainGetJobInfo`).
    public DomainJobInfo getJobInfo() throws LibvirtException {
        return handle.call(
                "virDomainGetJobInfo", domain -> new DomainJobInfo(domain.statistics().job()));
    }

    /// The job that it is busy with, or was, in all detail (`virDomainGetJobStats`).
    ///
    /// @param flags of [Domain.GetJobStatsFlags]
    public DomainJobStats getJobStats(int flags) throws LibvirtException {
        return handle.call(
                "virDomainGetJobStats",
                domain -> {
                    var job = domain.statistics().job(new Flags<>(flags));
                    return new DomainJobStats(job.type().code(), Parameters.typed(job.figures()));
                });
    }

    /// Ends the job that it is busy with (`virDomainAbortJob`).
    ///
    /// @return 0
    public int abortJob() throws LibvirtException {
        handle.run("virDomainAbortJob", domain -> domain.statistics().abortJob(Flags.none()));
        return 0;
    }
}
