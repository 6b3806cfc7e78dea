package dev.jvirt.daemon.remote;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainStatistics;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainStatsFlag;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Jobs;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.domain.DomainStatsCalls.ConnectGetAllDomainStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainAbortJob;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainAbortJobFlags;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainGetCpuStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainGetJobInfo;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainGetJobStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainInterfaceStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainMemoryPeek;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainMemoryStats;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainStartDirtyRateCalc;
import dev.jvirt.protocol.domain.DomainStatsCalls.MemoryStat;
import dev.jvirt.protocol.domain.DomainStatsCalls.StatsRecord;
import dev.jvirt.protocol.domain.DomainStatsCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.TypedParameter;
import java.util.ArrayList;
import java.util.List;

/// Statistics and jobs of domains.
record DomainStatsProgram(RemoteSession session) implements DomainStatsCallsHandler {
    /// In place of a CPU: all together.
    private static final int TOTAL = -1;

    /// `REMOTE_NODE_CPU_STATS_MAX`
    private static final int CPU_STATS_MAX = 16;

    /// `REMOTE_DOMAIN_GET_CPU_STATS_NCPUS_MAX`
    private static final int CPUS_MAX = 128;

    /// `REMOTE_DOMAIN_MEMORY_STATS_MAX`
    private static final int MEMORY_STATS_MAX = 1024;

    /// `REMOTE_DOMAIN_MEMORY_PEEK_BUFFER_MAX`
    private static final int PEEK_MAX = 4_194_304;

    /// `REMOTE_DOMAIN_JOB_STATS_MAX`
    private static final int JOB_STATS_MAX = 64;

    private Domain domain(RemoteDomain named) {
        return session.connection().domain(Identities.local(named));
    }

    private DomainStatistics statistics(RemoteDomain named) {
        return domain(named).statistics();
    }

    /// For a call that the public API knows by another name than the one it makes, or whose
    /// arguments may be senseless.
    private DomainStatistics writable(RemoteDomain named, String function) {
        session.writable(ErrorDomain.DOMAIN, function);
        return statistics(named);
    }

    /// No domains means all.
    @Override
    public ConnectGetAllDomainStats.Reply connectGetAllDomainStats(
            ConnectGetAllDomainStats message) {
        var connection = session.connection();
        Flags<DomainStatsType> types = new Flags<>(message.stats());
        Flags<DomainStatsFlag> flags = new Flags<>(message.flags());
        var named = message.doms().stream().map(this::domain).toList();
        var found =
                CallAccess.visible(
                        named.isEmpty()
                                ? connection.domainStats(types, flags)
                                : connection.domainStats(named, types, flags));
        ListLimits.sendable(found, ListLimits.DOMAINS, "domain stats record");
        var records = new ArrayList<StatsRecord>(found.size());
        for (var stats : found) {
            records.add(
                    new StatsRecord(
                            Identities.remote(stats.domain().identity()),
                            Parameters.remote(stats.figures())));
        }
        return new ConnectGetAllDomainStats.Reply(records);
    }

    @Override
    public DomainGetCpuStats.Reply domainGetCpuStats(DomainGetCpuStats message) {
        var statistics = statistics(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), CPU_STATS_MAX);
        if (Integer.compareUnsigned(message.ncpus(), CPUS_MAX) > 0) {
            throw WireErrors.internal("ncpus too large");
        }
        checkRange(message);
        if (message.startCpu() == TOTAL) {
            var total = statistics.totalCpu(asked.flags());
            var sent = asked.sent(total);
            return new DomainGetCpuStats.Reply(
                    sent, message.nparams() == 0 ? total.size() : sent.size());
        }
        return message.nparams() == 0
                ? new DomainGetCpuStats.Reply(List.of(), count(message, statistics, asked))
                : each(statistics.cpus(range(message), asked.flags()), asked);
    }

    private static CpuRange range(DomainGetCpuStats message) {
        return new CpuRange(message.startCpu(), message.ncpus());
    }

    private static void checkRange(DomainGetCpuStats message) {
        if (message.startCpu() == TOTAL && message.ncpus() != 1) {
            throw refused("start_cpu", "ncpus must be 1 when start_cpu is -1");
        }
        if (message.startCpu() < TOTAL) {
            throw refused("start_cpu", "start_cpu in virDomainGetCPUStats must be zero or greater");
        }
        if (message.ncpus() == 0 && message.nparams() != 0) {
            throw refused("params", "params in virDomainGetCPUStats must be NULL");
        }
    }

    private static LibvirtException refused(String argument, String message) {
        return LibvirtException.invalidArgument(
                ErrorDomain.DOMAIN, "virDomainGetCPUStats", argument, message);
    }

    /// Without CPUs the number of CPUs is asked for, with some that of the parameters of each.
    private static int count(
            DomainGetCpuStats message, DomainStatistics statistics, ParametersAsked asked) {
        if (message.ncpus() == 0) {
            return statistics.cpuCount(asked.flags());
        }
        var first = statistics.cpus(new CpuRange(message.startCpu(), 1), asked.flags());
        return first.isEmpty() ? 0 : first.getFirst().size();
    }

    private static DomainGetCpuStats.Reply each(List<TypedParameters> cpus, ParametersAsked asked) {
        var all = new ArrayList<TypedParameter>();
        int each = 0;
        for (TypedParameters cpu : cpus) {
            var sent = asked.sent(cpu);
            each = Math.max(each, sent.size());
            all.addAll(sent);
        }
        return new DomainGetCpuStats.Reply(all, each);
    }

    @Override
    public DomainMemoryStats.Reply domainMemoryStats(DomainMemoryStats message) {
        var statistics = statistics(message.domain());
        int room = message.maxStats();
        if (Integer.compareUnsigned(room, MEMORY_STATS_MAX) > 0) {
            throw WireErrors.internal("maxStats > REMOTE_DOMAIN_MEMORY_STATS_MAX");
        }
        if (room == 0) {
            return new DomainMemoryStats.Reply(List.of());
        }
        return new DomainMemoryStats.Reply(
                statistics.memory(message.flags()).stream()
                        .limit(room)
                        .map(stat -> new MemoryStat(stat.tag(), stat.value()))
                        .toList());
    }

    @Override
    public DomainMemoryPeek.Reply domainMemoryPeek(DomainMemoryPeek message) {
        var statistics = writable(message.domain(), "virDomainMemoryPeek");
        if (Integer.compareUnsigned(message.size(), PEEK_MAX) > 0) {
            throw WireErrors.internal("size > maximum buffer size");
        }
        byte[] bytes =
                statistics.memoryPeek(
                        message.offset(), message.size(), new Flags<>(message.flags()));
        return new DomainMemoryPeek.Reply(new Opaque(bytes));
    }

    @Override
    public DomainInterfaceStats.Reply domainInterfaceStats(DomainInterfaceStats message) {
        var stats = statistics(message.domain()).networkInterface(message.device());
        return new DomainInterfaceStats.Reply(
                stats.rxBytes(),
                stats.rxPackets(),
                stats.rxErrors(),
                stats.rxDropped(),
                stats.txBytes(),
                stats.txPackets(),
                stats.txErrors(),
                stats.txDropped());
    }

    @Override
    public void domainStartDirtyRateCalc(DomainStartDirtyRateCalc message) {
        statistics(message.domain())
                .startDirtyRateCalculation(message.seconds(), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetJobInfo.Reply domainGetJobInfo(DomainGetJobInfo message) {
        return Jobs.remote(statistics(message.domain()).job());
    }

    @Override
    public DomainGetJobStats.Reply domainGetJobStats(DomainGetJobStats message) {
        var job = statistics(message.domain()).job(new Flags<>(message.flags()));
        return new DomainGetJobStats.Reply(
                job.type().code(), ParametersAsked.limited(job.figures(), JOB_STATS_MAX));
    }

    @Override
    public void domainAbortJob(DomainAbortJob message) {
        statistics(message.domain()).abortJob(Flags.none());
    }

    @Override
    public void domainAbortJobFlags(DomainAbortJobFlags message) {
        String function = "virDomainAbortJobFlags";
        var statistics = writable(message.domain(), function);
        NamedCall.run(
                ErrorDomain.DOMAIN,
                function,
                () -> statistics.abortJob(new Flags<>(message.flags())));
    }
}
