package dev.jvirt.daemon.remote;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainStatistics;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DomainStatsFlag;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.api.domain.MemoryStat;
import dev.jvirt.bridge.CpuStatistics;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
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
import dev.jvirt.protocol.domain.DomainStatsCalls.StatsRecord;
import dev.jvirt.protocol.domain.DomainStatsCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import java.util.List;

/// Statistics and jobs of domains.
record DomainStatsProgram(RemoteSession session) implements DomainStatsCallsHandler {
    /// `REMOTE_DOMAIN_MEMORY_STATS_MAX`
    private static final int MEMORY_MAX = 1024;

    /// `REMOTE_DOMAIN_MEMORY_PEEK_BUFFER_MAX`
    private static final int PEEK_MAX = 4_194_304;

    /// `REMOTE_NODE_CPU_STATS_MAX`: the most parameters of one processor.
    private static final int CPU_PARAMETERS_MAX = 16;

    /// `REMOTE_DOMAIN_GET_CPU_STATS_NCPUS_MAX`
    private static final int CPUS_MAX = 128;

    private Domain domain(RemoteDomain named) {
        return session.connection().domain(Identities.local(named));
    }

    private DomainStatistics statistics(RemoteDomain named) {
        return domain(named).statistics();
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
    public DomainMemoryStats.Reply domainMemoryStats(DomainMemoryStats message) {
        var statistics = statistics(message.domain());
        if (Integer.compareUnsigned(message.maxStats(), MEMORY_MAX) > 0) {
            throw WireErrors.internal("maxStats > REMOTE_DOMAIN_MEMORY_STATS_MAX");
        }
        return new DomainMemoryStats.Reply(
                statistics.memory(message.flags()).stream()
                        .limit(message.maxStats())
                        .map(DomainStatsProgram::remote)
                        .toList());
    }

    private static dev.jvirt.protocol.domain.DomainStatsCalls.MemoryStat remote(MemoryStat stat) {
        return new dev.jvirt.protocol.domain.DomainStatsCalls.MemoryStat(stat.tag(), stat.value());
    }

    @Override
    public DomainMemoryPeek.Reply domainMemoryPeek(DomainMemoryPeek message) {
        var statistics = statistics(message.domain());
        if (Integer.compareUnsigned(message.size(), PEEK_MAX) > 0) {
            throw WireErrors.internal("size > maximum buffer size");
        }
        byte[] bytes =
                statistics.memoryPeek(
                        message.offset(), message.size(), new Flags<>(message.flags()));
        return new DomainMemoryPeek.Reply(new Opaque(bytes));
    }

    @Override
    public DomainGetCpuStats.Reply domainGetCpuStats(DomainGetCpuStats message) {
        var statistics = statistics(message.domain());
        if (Integer.compareUnsigned(message.nparams(), CPU_PARAMETERS_MAX) > 0) {
            throw WireErrors.internal("nparams too large");
        }
        if (Integer.compareUnsigned(message.ncpus(), CPUS_MAX) > 0) {
            throw WireErrors.internal("ncpus too large");
        }
        int flags = StringParameters.local(message.flags());
        if (message.startCpu() == -1) {
            var total = statistics.totalCpu(flags);
            return new DomainGetCpuStats.Reply(
                    message.nparams() == 0
                            ? List.of()
                            : StringParameters.remote(total, message.flags()),
                    total.size());
        }
        if (message.ncpus() == 0) {
            return new DomainGetCpuStats.Reply(List.of(), statistics.cpuCount(flags));
        }
        var cpus = statistics.cpus(new CpuRange(message.startCpu(), message.ncpus()), flags);
        int perCpu = cpus.isEmpty() ? 0 : cpus.getFirst().size();
        return new DomainGetCpuStats.Reply(
                message.nparams() == 0 ? List.of() : CpuStatistics.remote(cpus, message.flags()),
                perCpu);
    }

    @Override
    public ConnectGetAllDomainStats.Reply connectGetAllDomainStats(
            ConnectGetAllDomainStats message) {
        var connection = session.connection();
        Flags<DomainStatsType> types = new Flags<>(message.stats());
        Flags<DomainStatsFlag> flags = new Flags<>(message.flags());
        var records =
                message.doms().isEmpty()
                        ? connection.domainStats(types, flags)
                        : connection.domainStats(
                                message.doms().stream().map(this::domain).toList(), types, flags);
        ListLimits.sendable(records, ListLimits.DOMAINS, "domain stats record");
        return new ConnectGetAllDomainStats.Reply(
                records.stream()
                        .map(
                                found ->
                                        new StatsRecord(
                                                Identities.remote(found.domain().identity()),
                                                Parameters.remote(found.figures())))
                        .toList());
    }

    @Override
    public void domainStartDirtyRateCalc(DomainStartDirtyRateCalc message) {
        statistics(message.domain())
                .startDirtyRateCalculation(message.seconds(), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetJobInfo.Reply domainGetJobInfo(DomainGetJobInfo message) {
        var job = statistics(message.domain()).job();
        return new DomainGetJobInfo.Reply(
                job.type().code(),
                job.timeElapsed(),
                job.timeRemaining(),
                job.data().total(),
                job.data().processed(),
                job.data().remaining(),
                job.memory().total(),
                job.memory().processed(),
                job.memory().remaining(),
                job.file().total(),
                job.file().processed(),
                job.file().remaining());
    }

    @Override
    public DomainGetJobStats.Reply domainGetJobStats(DomainGetJobStats message) {
        var job = statistics(message.domain()).job(new Flags<>(message.flags()));
        return new DomainGetJobStats.Reply(job.type().code(), Parameters.remote(job.figures()));
    }

    @Override
    public void domainAbortJob(DomainAbortJob message) {
        statistics(message.domain()).abortJob(Flags.none());
    }

    @Override
    public void domainAbortJobFlags(DomainAbortJobFlags message) {
        statistics(message.domain()).abortJob(new Flags<>(message.flags()));
    }
}
