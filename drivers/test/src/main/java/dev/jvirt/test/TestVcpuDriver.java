package dev.jvirt.test;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.IoThreadInfo;
import dev.jvirt.api.domain.VcpuInfo;
import dev.jvirt.api.domain.VcpuState;
import dev.jvirt.api.driver.DomainVcpuDriver;
import dev.jvirt.base.domain.PublishedDomain;
import dev.jvirt.documents.domain.CpuTune;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.documents.domain.Vcpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The virtual CPUs and the threads of the domains of a world.
final class TestVcpuDriver implements DomainVcpuDriver {
    /// No host has more, whatever the file of its world says.
    private static final int MOST_CPUS = 16384;

    private final DomainAccess access;
    private final CpuMap allCpus;

    TestVcpuDriver(DomainAccess access) {
        this.access = access;
        NodeInfo node = access.world().host().node();
        long cpus = (long) node.nodes() * node.sockets() * node.cores() * node.threads();
        this.allCpus = CpuMap.range(0, Math.clamp(cpus, 1, MOST_CPUS) - 1);
    }

    @Override
    public void setCount(DomainId domain, int vcpus, Flags<DomainVcpuFlag> flags) {
        flags.allow(
                ErrorDomain.TEST,
                "testDomainSetVcpusFlags",
                DomainVcpuFlag.LIVE,
                DomainVcpuFlag.CONFIG,
                DomainVcpuFlag.MAXIMUM);
        if (vcpus > TestHostDriver.MAX_VCPUS) {
            throw TestErrors.invalidArgument(
                    "requested cpu amount exceeds maximum supported amount (%d > %d)"
                            .formatted(vcpus, TestHostDriver.MAX_VCPUS));
        }
        boolean maximum = flags.has(DomainVcpuFlag.MAXIMUM);
        access.redefineBoth(
                domain,
                "virDomainSetVcpusFlags",
                scope(flags),
                (definition, live) ->
                        definition.withVcpus(
                                maximum && !live
                                        ? withMaximum(definition.vcpus(), vcpus)
                                        : withCount(definition.vcpus(), vcpus)));
    }

    private static Flags<DomainAffectFlag> scope(Flags<DomainVcpuFlag> flags) {
        return new Flags<>(
                flags.without(DomainVcpuFlag.MAXIMUM).without(DomainVcpuFlag.GUEST).bits());
    }

    private static Vcpus withCount(Vcpus vcpus, int count) {
        if (count > vcpus.max()) {
            throw TestErrors.invalidArgument(
                    "requested cpu amount exceeds maximum (%d > %d)".formatted(count, vcpus.max()));
        }
        return withAll(vcpus, vcpus.max(), count);
    }

    private static Vcpus withMaximum(Vcpus vcpus, int maximum) {
        return withAll(vcpus, maximum, Math.min(vcpus.current(), maximum));
    }

    private static Vcpus withAll(Vcpus vcpus, int maximum, int online) {
        var all = new ArrayList<Vcpus.Vcpu>(maximum);
        for (int i = 0; i < maximum; i++) {
            boolean known = i < vcpus.all().size();
            Vcpus.Vcpu before =
                    known ? vcpus.all().get(i) : new Vcpus.Vcpu(false, Optional.empty(), 0);
            all.add(new Vcpus.Vcpu(i < online, before.hotpluggable(), before.order()));
        }
        return vcpus.withAll(all);
    }

    @Override
    public int count(DomainId domain, Flags<DomainVcpuFlag> flags) {
        flags.allow(
                ErrorDomain.TEST,
                "testDomainGetVcpusFlags",
                DomainVcpuFlag.LIVE,
                DomainVcpuFlag.CONFIG,
                DomainVcpuFlag.MAXIMUM);
        Vcpus vcpus = access.definition(domain, scope(flags)).vcpus();
        return flags.has(DomainVcpuFlag.MAXIMUM) ? vcpus.max() : vcpus.current();
    }

    @Override
    public List<VcpuInfo> list(DomainId domain) {
        PublishedDomain published = access.published(domain);
        if (!published.isActive()) {
            throw TestErrors.invalidOperation("cannot list vcpus for an inactive domain");
        }
        DomainDefinition definition = published.current();
        long used = TestClock.microseconds() / 10;
        var list = new ArrayList<VcpuInfo>();
        for (int i = 0; i < definition.vcpus().max(); i++) {
            if (definition.vcpus().all().get(i).online()) {
                CpuMap cpus = pin(definition, i);
                int last = cpus.cpus().max().orElse(-1);
                list.add(new VcpuInfo(i, VcpuState.RUNNING, used, last, cpus));
            }
        }
        return list;
    }

    private CpuMap pin(DomainDefinition definition, int vcpu) {
        IdSet own = definition.resources().tuning().cpu().vcpuPins().get(vcpu);
        return own == null ? anywhere(definition) : map(own);
    }

    private CpuMap anywhere(DomainDefinition definition) {
        return definition.vcpus().cpuSet().map(TestVcpuDriver::map).orElse(allCpus);
    }

    private static CpuMap map(IdSet set) {
        return CpuMap.of(set.ids().toArray());
    }

    private static IdSet set(CpuMap map) {
        return IdSet.of(map.cpus().toArray());
    }

    @Override
    public void pin(DomainId domain, int vcpu, CpuMap cpus) {
        pin(domain, vcpu, cpus, Flags.none());
    }

    @Override
    public void pin(DomainId domain, int vcpu, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        flags.allow(ErrorDomain.TEST, "testDomainPinVcpuFlags");
        if (!access.published(domain).isActive()) {
            throw TestErrors.invalidOperation("cannot pin vcpus on an inactive domain");
        }
        access.redefine(
                domain,
                "virDomainPinVcpuFlags",
                flags,
                (definition, _) -> {
                    List<Vcpus.Vcpu> all = definition.vcpus().all();
                    if (vcpu >= all.size() || !all.get(vcpu).online()) {
                        throw TestErrors.invalidArgument(
                                "requested vcpu '%d' is not present in the domain".formatted(vcpu));
                    }
                    CpuTune tune = definition.resources().tuning().cpu();
                    var pins = new TreeMap<>(tune.vcpuPins());
                    pins.put(vcpu, set(cpus));
                    return withTune(definition, tune.withVcpuPins(pins));
                });
    }

    private static DomainDefinition withTune(DomainDefinition definition, CpuTune tune) {
        var resources = definition.resources();
        return definition.withResources(resources.withTuning(resources.tuning().withCpu(tune)));
    }

    @Override
    public List<CpuMap> pins(DomainId domain, Flags<DomainAffectFlag> flags) {
        DomainDefinition definition = access.definition(domain, flags);
        var pins = new ArrayList<CpuMap>();
        for (int i = 0; i < definition.vcpus().max(); i++) {
            pins.add(pin(definition, i));
        }
        return pins;
    }

    @Override
    public void pinEmulator(DomainId domain, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainPinEmulator", flags);
        if (cpus.isEmpty()) {
            throw TestErrors.invalidArgument("Empty cpu list for pinning");
        }
        access.redefine(
                domain,
                "virDomainPinEmulator",
                flags,
                (definition, _) -> {
                    CpuTune tune = definition.resources().tuning().cpu();
                    return withTune(definition, tune.withEmulatorPin(set(cpus)));
                });
    }

    @Override
    public Optional<CpuMap> emulatorPin(DomainId domain, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainGetEmulatorPinInfo", flags);
        DomainDefinition definition = access.definition(domain, flags);
        return Optional.of(
                definition
                        .resources()
                        .tuning()
                        .cpu()
                        .emulatorPin()
                        .map(TestVcpuDriver::map)
                        .orElseGet(() -> anywhere(definition)));
    }

    @Override
    public List<IoThreadInfo> ioThreads(DomainId domain, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainGetIOThreadInfo", flags);
        DomainDefinition definition = access.definition(domain, flags);
        var pins = definition.resources().tuning().cpu().threadPins();
        var list = new ArrayList<IoThreadInfo>();
        for (IoThreads.IoThread thread : definition.resources().ioThreads().threads()) {
            IdSet own = pins.get(thread.id());
            list.add(new IoThreadInfo(thread.id(), own == null ? anywhere(definition) : map(own)));
        }
        return list;
    }

    @Override
    public void pinIoThread(
            DomainId domain, int thread, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainPinIOThread", flags);
        if (cpus.isEmpty()) {
            throw TestErrors.invalidArgument("Empty iothread cpumap list for pinning");
        }
        access.redefine(
                domain,
                "virDomainPinIOThread",
                flags,
                (definition, _) -> {
                    if (!definition.resources().ioThreads().has(thread)) {
                        throw TestErrors.invalidArgument(
                                "iothreadid %s not found"
                                        .formatted(Integer.toUnsignedString(thread)));
                    }
                    CpuTune tune = definition.resources().tuning().cpu();
                    var pins = new TreeMap<>(tune.threadPins());
                    pins.put(thread, set(cpus));
                    return withTune(definition, tune.withThreadPins(pins));
                });
    }

    @Override
    public void addIoThread(DomainId domain, int thread, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainAddIOThread", flags);
        requireNumber(thread);
        access.redefine(
                domain,
                "virDomainAddIOThread",
                flags,
                (definition, _) -> {
                    IoThreads known = definition.resources().ioThreads();
                    if (known.has(thread)) {
                        throw refused(
                                "an IOThread is already using iothread_id '%d'".formatted(thread));
                    }
                    return definition.withResources(
                            definition.resources().withIoThreads(known.with(thread)));
                });
    }

    private static void requireNumber(int thread) {
        if (thread == 0) {
            throw TestErrors.invalidArgument("invalid value of 0 for iothread_id");
        }
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.INVALID_ARG, detail);
    }

    @Override
    public void deleteIoThread(DomainId domain, int thread, Flags<DomainAffectFlag> flags) {
        DomainAccess.allowScope("testDomainDelIOThread", flags);
        requireNumber(thread);
        access.redefine(
                domain,
                "virDomainDelIOThread",
                flags,
                (definition, live) -> {
                    IoThreads known = definition.resources().ioThreads();
                    if (!known.has(thread)) {
                        throw refused(
                                "cannot find IOThread '%s' in iothreadids list"
                                        .formatted(Integer.toUnsignedString(thread)));
                    }
                    requireUnused(definition, thread);
                    CpuTune tune = definition.resources().tuning().cpu();
                    var pins = new TreeMap<>(tune.threadPins());
                    pins.remove(thread);
                    if (live) {
                        access.world().guest(domain.uuid()).forgetThread(thread);
                    }
                    return withTune(
                            definition.withResources(
                                    definition.resources().withIoThreads(known.without(thread))),
                            tune.withThreadPins(pins));
                });
    }

    private static void requireUnused(DomainDefinition definition, int thread) {
        for (Disk disk : definition.devices().disks()) {
            if (disk.driver().queues().ioThread().orElse(0) == thread) {
                throw refused(
                        "cannot remove IOThread %d since it is being used by disk '%s'"
                                .formatted(thread, disk.target().dev()));
            }
        }
    }

    @Override
    public void setIoThreadParameters(
            DomainId domain,
            int thread,
            TypedParameters parameters,
            Flags<DomainAffectFlag> flags) {
        flags.allow(ErrorDomain.TEST, "testDomainSetIOThreadParams", DomainAffectFlag.LIVE);
        requireNumber(thread);
        for (TypedParameter parameter : parameters.parameters()) {
            switch (parameter.name()) {
                case "poll_max_ns", "poll_grow", "poll_shrink" -> {}
                default -> throw TestErrors.parameter(parameter.name());
            }
        }
        if (!access.definition(domain, flags).resources().ioThreads().has(thread)) {
            throw TestErrors.invalidArgument(
                    "cannot find IOThread '%s' in iothreadids"
                            .formatted(Integer.toUnsignedString(thread)));
        }
        GuestState guest = access.world().guest(domain.uuid());
        GuestState.Polling now = guest.polling(thread);
        guest.polling(
                thread,
                new GuestState.Polling(
                        parameters.getUnsignedLong("poll_max_ns").orElse(now.maximum()),
                        (int) parameters.getUnsignedInt("poll_grow").orElse(now.grow()),
                        (int) parameters.getUnsignedInt("poll_shrink").orElse(now.shrink())));
    }
}
