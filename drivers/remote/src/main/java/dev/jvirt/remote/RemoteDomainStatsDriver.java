package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.AbortJobFlag;
import dev.jvirt.api.domain.ControlInfo;
import dev.jvirt.api.domain.ControlState;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DirtyRateFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainStats;
import dev.jvirt.api.domain.DomainStatsFlag;
import dev.jvirt.api.domain.DomainStatsType;
import dev.jvirt.api.domain.InterfaceStats;
import dev.jvirt.api.domain.JobInfo;
import dev.jvirt.api.domain.JobStats;
import dev.jvirt.api.domain.JobStatsFlag;
import dev.jvirt.api.domain.JobType;
import dev.jvirt.api.domain.MemoryPeekFlag;
import dev.jvirt.api.domain.MemoryStat;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Jobs;
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
import dev.jvirt.protocol.domain.DomainStatsCallsClient;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetControlInfo;
import dev.jvirt.protocol.remote.DomainCallsClient;
import java.util.ArrayList;
import java.util.List;

/// Statistics and jobs of domains of the far host.
record RemoteDomainStatsDriver(RemoteCaller caller) implements DomainStatsDriver {
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

    private DomainStatsCallsClient calls() {
        return new DomainStatsCallsClient(caller);
    }

    @Override
    public List<DomainStats> stats(
            List<DomainId> domains, Flags<DomainStatsType> types, Flags<DomainStatsFlag> flags) {
        var named = domains.stream().map(Identities::remote).toList();
        var call = new ConnectGetAllDomainStats(named, types.bits(), flags.bits());
        return calls().connectGetAllDomainStats(call).retStats().stream()
                .map(
                        stats ->
                                new DomainStats(
                                        Identities.local(stats.domain()),
                                        Parameters.local(stats.params())))
                .toList();
    }

    @Override
    public TypedParameters totalCpuStats(DomainId domain, int flags) {
        var total = new CpuRange(TOTAL, 1);
        return Parameters.local(cpuStats(domain, CPU_STATS_MAX, total, flags).params());
    }

    /// The parameters of all CPUs come one after another, as many of each as the daemon says.
    @Override
    public List<TypedParameters> cpuStats(DomainId domain, CpuRange cpus, int flags) {
        if (cpus.count() > CPUS_MAX) {
            throw refused("ncpus count exceeds maximum: %d > %d".formatted(cpus.count(), CPUS_MAX));
        }
        var reply = cpuStats(domain, CPU_STATS_MAX, cpus, flags);
        int each = reply.nparams();
        if (each < 0 || each > CPU_STATS_MAX) {
            throw refused("nparams count exceeds maximum: %d > %d".formatted(each, CPU_STATS_MAX));
        }
        var stats = new ArrayList<TypedParameters>();
        for (int at = 0; each > 0 && at + each <= reply.params().size(); at += each) {
            stats.add(Parameters.local(reply.params().subList(at, at + each)));
        }
        return stats;
    }

    @Override
    public int cpuStatsCount(DomainId domain, int flags) {
        return cpuStats(domain, 0, new CpuRange(0, 0), flags).nparams();
    }

    private DomainGetCpuStats.Reply cpuStats(
            DomainId domain, int nparams, CpuRange cpus, int flags) {
        return calls().domainGetCpuStats(
                        new DomainGetCpuStats(
                                Identities.remote(domain),
                                nparams,
                                cpus.first(),
                                cpus.count(),
                                StringParameters.accepted(flags)));
    }

    @Override
    public List<MemoryStat> memoryStats(DomainId domain, int flags) {
        var call = new DomainMemoryStats(Identities.remote(domain), MEMORY_STATS_MAX, flags);
        return calls().domainMemoryStats(call).stats().stream()
                .map(stat -> new MemoryStat(stat.tag(), stat.val()))
                .toList();
    }

    @Override
    public byte[] memoryPeek(DomainId domain, long start, int size, Flags<MemoryPeekFlag> flags) {
        if (Integer.compareUnsigned(size, PEEK_MAX) > 0) {
            throw refused(
                    "memory peek request too large for remote protocol, %s > %d"
                            .formatted(Integer.toUnsignedString(size), PEEK_MAX));
        }
        var call = new DomainMemoryPeek(Identities.remote(domain), start, size, flags.bits());
        byte[] bytes = calls().domainMemoryPeek(call).buffer().bytes();
        if (bytes.length != size) {
            throw refused("returned buffer is not same size as requested");
        }
        return bytes;
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(ErrorDomain.REMOTE, ErrorCode.RPC, detail);
    }

    @Override
    public InterfaceStats interfaceStats(DomainId domain, String device) {
        var call = new DomainInterfaceStats(Identities.remote(domain), device);
        var stats = calls().domainInterfaceStats(call);
        return new InterfaceStats(
                stats.rxBytes(),
                stats.rxPackets(),
                stats.rxErrs(),
                stats.rxDrop(),
                stats.txBytes(),
                stats.txPackets(),
                stats.txErrs(),
                stats.txDrop());
    }

    @Override
    public void startDirtyRateCalculation(
            DomainId domain, int seconds, Flags<DirtyRateFlag> flags) {
        calls().domainStartDirtyRateCalc(
                        new DomainStartDirtyRateCalc(
                                Identities.remote(domain), seconds, flags.bits()));
    }

    @Override
    public JobInfo jobInfo(DomainId domain) {
        return Jobs.local(
                calls().domainGetJobInfo(new DomainGetJobInfo(Identities.remote(domain))));
    }

    @Override
    public JobStats jobStats(DomainId domain, Flags<JobStatsFlag> flags) {
        var call = new DomainGetJobStats(Identities.remote(domain), flags.bits());
        var reply = calls().domainGetJobStats(call);
        return new JobStats(JobType.of(reply.type()), Parameters.local(reply.params()));
    }

    /// Without flags the older call: every daemon has it.
    @Override
    public void abortJob(DomainId domain, Flags<AbortJobFlag> flags) {
        if (flags.bits() == 0) {
            calls().domainAbortJob(new DomainAbortJob(Identities.remote(domain)));
        } else {
            calls().domainAbortJobFlags(
                            new DomainAbortJobFlags(Identities.remote(domain), flags.bits()));
        }
    }

    @Override
    public ControlInfo controlInfo(DomainId domain, int flags) {
        var info =
                new DomainCallsClient(caller)
                        .domainGetControlInfo(
                                new DomainGetControlInfo(Identities.remote(domain), flags));
        return new ControlInfo(ControlState.of(info.state()), info.details(), info.stateTime());
    }
}
