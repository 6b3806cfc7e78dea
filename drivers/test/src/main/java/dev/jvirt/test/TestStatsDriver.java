package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.ControlInfo;
import dev.jvirt.api.domain.ControlState;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainStats;
import dev.jvirt.api.domain.DomainStatsFlag;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.api.domain.InterfaceStats;
import dev.jvirt.api.domain.MemoryPeekFlag;
import dev.jvirt.api.domain.MemoryStat;
import dev.jvirt.api.domain.MemoryStatTag;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.base.domain.DomainFilter;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.domain.PublishedDomain;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.documents.domain.MemoryBalloon;
import java.util.ArrayList;
import java.util.List;

/// What the domains of a world are said to have used: figures that are always the same, or follow
/// from the time.
final class TestStatsDriver implements DomainStatsDriver {
    private static final long TOTAL_CPU = 48772617035L;
    private static final long TOTAL_VCPU = 46303481255L;
    private static final long USER_TIME = 5540000000L;
    private static final long SYSTEM_TIME = 6460000000L;
    private static final int CPUS = 2;
    private static final long LAST_UPDATE = 627319920;

    private final DomainAccess access;

    TestStatsDriver(DomainAccess access) {
        this.access = access;
    }

    @Override
    public List<DomainStats> stats(
            List<DomainId> domains, Flags<DomainStatsType> types, Flags<DomainStatsFlag> flags) {
        boolean all = types.bits() == 0;
        if (flags.has(DomainStatsFlag.ENFORCE_STATS)) {
            requireKnown(types);
        }
        var records = new ArrayList<DomainStats>();
        for (DomainObject domain : chosen(domains, flags)) {
            var figures = TypedParameters.builder();
            PublishedDomain published = domain.published();
            if (all || types.has(DomainStatsType.STATE)) {
                state(published, figures);
            }
            if (all || types.has(DomainStatsType.IOTHREAD)) {
                ioThreads(published, figures);
            }
            records.add(new DomainStats(published.identity(), figures.build()));
        }
        return records;
    }

    private static void requireKnown(Flags<DomainStatsType> types) {
        int unknown = types.without(DomainStatsType.STATE).without(DomainStatsType.IOTHREAD).bits();
        if (unknown != 0) {
            throw new LibvirtException(
                    TEST,
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "Stats types bits 0x%x are not supported by this daemon".formatted(unknown));
        }
    }

    private List<DomainObject> chosen(List<DomainId> domains, Flags<DomainStatsFlag> flags) {
        if (!domains.isEmpty()) {
            return domains.stream().map(access::require).toList();
        }
        var wanted =
                new Flags<DomainListFlag>(
                        flags.without(DomainStatsFlag.ENFORCE_STATS)
                                .without(DomainStatsFlag.BACKING)
                                .without(DomainStatsFlag.NOWAIT)
                                .bits());
        var filter = new DomainFilter(wanted, new TestBelongings(access.world()));
        return access.world().domains().all().stream()
                .filter(DomainAccess::exists)
                .filter(domain -> filter.passes(domain.published()))
                .toList();
    }

    private static void state(PublishedDomain domain, TypedParameters.Builder figures) {
        figures.put("state.state", TypedValue.ofInt(domain.status().state().code()))
                .put("state.reason", TypedValue.ofInt(domain.status().reason().code()));
    }

    private void ioThreads(PublishedDomain domain, TypedParameters.Builder figures) {
        List<IoThreads.IoThread> threads = domain.current().resources().ioThreads().threads();
        if (threads.isEmpty() || !domain.isActive()) {
            return;
        }
        GuestState guest = access.world().guest(domain.identity().uuid());
        figures.put("iothread.count", TypedValue.ofUnsignedInt(threads.size()));
        for (IoThreads.IoThread thread : threads) {
            GuestState.Polling polling = guest.polling(thread.id());
            String prefix = "iothread." + thread.id() + ".poll-";
            figures.put(prefix + "max-ns", TypedValue.ofUnsignedLong(polling.maximum()))
                    .put(prefix + "grow", TypedValue.ofUnsignedInt(polling.grow()))
                    .put(prefix + "shrink", TypedValue.ofUnsignedInt(polling.shrink()));
        }
    }

    @Override
    public TypedParameters totalCpuStats(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetCPUStats", flags);
        access.running(domain);
        return TypedParameters.builder()
                .put("cpu_time", TypedValue.ofUnsignedLong(TOTAL_CPU))
                .put("user_time", TypedValue.ofUnsignedLong(USER_TIME))
                .put("system_time", TypedValue.ofUnsignedLong(SYSTEM_TIME))
                .build();
    }

    @Override
    public List<TypedParameters> cpuStats(DomainId domain, CpuRange cpus, int flags) {
        Flags.refuse(TEST, "testDomainGetCPUStats", flags);
        access.running(domain);
        if (cpus.first() > CPUS - 1) {
            throw TestErrors.invalidArgument(
                    "start_cpu %d larger than maximum of %d".formatted(cpus.first(), CPUS - 1));
        }
        var stats = new ArrayList<TypedParameters>();
        for (int cpu = cpus.first(); cpu < Math.min(CPUS, cpus.first() + cpus.count()); cpu++) {
            stats.add(
                    TypedParameters.builder()
                            .put("cpu_time", share(TOTAL_CPU, cpu))
                            .put("vcpu_time", share(TOTAL_VCPU, cpu))
                            .build());
        }
        return stats;
    }

    /// What is left over when a figure is shared out goes to the last one.
    private static TypedValue share(long total, int cpu) {
        return TypedValue.ofUnsignedLong(total / CPUS + (cpu == CPUS - 1 ? total % CPUS : 0));
    }

    @Override
    public int cpuStatsCount(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetCPUStats", flags);
        access.running(domain);
        return CPUS;
    }

    @Override
    public List<MemoryStat> memoryStats(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainMemoryStats", flags);
        DomainDefinition definition = access.running(domain).current();
        if (definition
                .devices()
                .first(MemoryBalloon.class)
                .filter(balloon -> balloon.model() != MemoryBalloon.Model.NONE)
                .isEmpty()) {
            return List.of();
        }
        long memory = definition.memory().current();
        return List.of(
                new MemoryStat(MemoryStatTag.ACTUAL_BALLOON, memory),
                new MemoryStat(MemoryStatTag.SWAP_IN, 0),
                new MemoryStat(MemoryStatTag.SWAP_OUT, 0),
                new MemoryStat(MemoryStatTag.MAJOR_FAULT, 0),
                new MemoryStat(MemoryStatTag.MINOR_FAULT, 0),
                new MemoryStat(MemoryStatTag.UNUSED, memory / 2),
                new MemoryStat(MemoryStatTag.AVAILABLE, memory),
                new MemoryStat(MemoryStatTag.USABLE, memory / 2),
                new MemoryStat(MemoryStatTag.LAST_UPDATE, LAST_UPDATE),
                new MemoryStat(MemoryStatTag.DISK_CACHES, memory / 8),
                new MemoryStat(MemoryStatTag.HUGETLB_PGALLOC, 0),
                new MemoryStat(MemoryStatTag.HUGETLB_PGFAIL, 0),
                new MemoryStat(MemoryStatTag.RSS, memory / 2));
    }

    @Override
    public byte[] memoryPeek(DomainId domain, long start, int size, Flags<MemoryPeekFlag> flags) {
        flags.allow(TEST, "testDomainMemoryPeek", MemoryPeekFlag.values());
        if (flags.bits() == 0) {
            throw TestErrors.invalidArgument(
                    "flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL");
        }
        access.running(domain);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (start + i);
        }
        return bytes;
    }

    @Override
    public InterfaceStats interfaceStats(DomainId domain, String device) {
        BandwidthLimits.require(access.running(domain).current(), device);
        long base = TestClock.microseconds();
        long seconds = TestClock.seconds();
        return new InterfaceStats(
                base / 10,
                base / 100,
                seconds,
                seconds / 2,
                base / 20,
                base / 110,
                seconds / 3,
                seconds / 4);
    }

    @Override
    public ControlInfo controlInfo(DomainId domain, int flags) {
        Flags.refuse(TEST, "testDomainGetControlInfo", flags);
        access.running(domain);
        return new ControlInfo(ControlState.OK, 0, 0);
    }
}
