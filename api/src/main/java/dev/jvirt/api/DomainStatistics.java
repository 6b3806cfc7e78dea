package dev.jvirt.api;

import dev.jvirt.api.domain.AbortJobFlag;
import dev.jvirt.api.domain.ControlInfo;
import dev.jvirt.api.domain.CpuRange;
import dev.jvirt.api.domain.DirtyRateFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.InterfaceStats;
import dev.jvirt.api.domain.JobInfo;
import dev.jvirt.api.domain.JobStats;
import dev.jvirt.api.domain.JobStatsFlag;
import dev.jvirt.api.domain.MemoryPeekFlag;
import dev.jvirt.api.domain.MemoryStat;
import dev.jvirt.api.driver.DomainStatsDriver;
import java.util.ArrayList;
import java.util.List;

/// What is counted of a domain, and its jobs. For the figures about many domains at once see
/// [Connection#domainStats].
///
/// @param domain that it belongs to
public record DomainStatistics(Domain domain) {
    /// Of so many CPUs a daemon tells at once.
    private static final int CPUS_AT_ONCE = 128;

    /// What the domain used of all CPUs of the host together, in nanoseconds: `cpu_time`,
    /// `user_time`, `system_time` (`virDomainGetCPUStats` with a start of -1).
    ///
    /// @param flags 0
    /// @since 0.9.10
    public TypedParameters totalCpu(int flags) {
        return reading("virDomainGetCPUStats").totalCpuStats(id(), flags);
    }

    /// What the domain used of each CPU of the host, in nanoseconds: `cpu_time`, and `vcpu_time`
    /// for its virtual CPUs alone (`virDomainGetCPUStats`).
    ///
    /// @param flags 0
    /// @since 0.9.10
    public List<TypedParameters> cpus(int flags) {
        int count = cpuCount(flags);
        var stats = new ArrayList<TypedParameters>(count);
        while (stats.size() < count) {
            int next = Math.min(CPUS_AT_ONCE, count - stats.size());
            List<TypedParameters> part = cpus(new CpuRange(stats.size(), next), flags);
            if (part.isEmpty()) {
                break;
            }
            stats.addAll(part);
        }
        return List.copyOf(stats);
    }

    /// What the domain used of some CPUs of the host (`virDomainGetCPUStats`). All entries have the
    /// same parameters.
    ///
    /// @param range of CPUs, for a remote daemon at most 128
    /// @param flags 0
    /// @return one entry for each CPU in the range that the host has
    /// @since 0.9.10
    public List<TypedParameters> cpus(CpuRange range, int flags) {
        String function = "virDomainGetCPUStats";
        DomainStatsDriver driver = reading(function);
        new DomainArguments(function).notNegative("start_cpu", range.first());
        new DomainArguments(function).positive("ncpus", range.count());
        return driver.cpuStats(id(), range, flags);
    }

    /// Of how many CPUs of the host there are figures (`virDomainGetCPUStats` without room for
    /// any).
    ///
    /// @param flags 0
    /// @since 0.9.10
    public int cpuCount(int flags) {
        return reading("virDomainGetCPUStats").cpuStatsCount(id(), flags);
    }

    /// What the guest does with its memory, as far as it and the hypervisor tell
    /// (`virDomainMemoryStats`).
    ///
    /// @param flags 0
    /// @since 0.7.5
    public List<MemoryStat> memory(int flags) {
        return reading("virDomainMemoryStats").memoryStats(id(), flags);
    }

    /// Reads a piece of the guest's memory (`virDomainMemoryPeek`).
    ///
    /// @param start the address of its first byte
    /// @param size in bytes, at most 4 MiB for a remote daemon
    /// @param flags exactly one: whether the address is VIRTUAL or PHYSICAL
    /// @since 0.4.2
    public byte[] memoryPeek(long start, int size, Flags<MemoryPeekFlag> flags) {
        String function = "virDomainMemoryPeek";
        DomainStatsDriver driver = changing(function);
        new DomainArguments(function).notNegative("size", size);
        new FlagRules<>(ErrorDomain.DOMAIN, function, "VIR_MEMORY_", flags)
                .exclusive(MemoryPeekFlag.VIRTUAL, MemoryPeekFlag.PHYSICAL);
        return driver.memoryPeek(id(), start, size, flags);
    }

    /// What went through a network interface of the running domain (`virDomainInterfaceStats`).
    ///
    /// @param device its name on the host, or its MAC address
    /// @since 0.3.2
    public InterfaceStats networkInterface(String device) {
        return reading("virDomainInterfaceStats").interfaceStats(id(), device);
    }

    /// Begins to measure how fast the guest writes to its memory (`virDomainStartDirtyRateCalc`).
    /// The result is among the [Connection#domainStats] of the type DIRTYRATE once it is there.
    ///
    /// @param seconds to measure, from 1 to 60
    /// @since 7.2.0
    public void startDirtyRateCalculation(int seconds, Flags<DirtyRateFlag> flags) {
        changing("virDomainStartDirtyRateCalc").startDirtyRateCalculation(id(), seconds, flags);
    }

    /// The job that the domain is busy with, for example a migration; one of type NONE if there is
    /// no job (`virDomainGetJobInfo`).
    ///
    /// @since 0.7.7
    public JobInfo job() {
        return reading("virDomainGetJobInfo").jobInfo(id());
    }

    /// The job that the domain is busy with in all detail, with COMPLETED the last one that ended
    /// (`virDomainGetJobStats`).
    ///
    /// @since 1.0.3
    public JobStats job(Flags<JobStatsFlag> flags) {
        DomainStatsDriver driver = reading("virDomainGetJobStats");
        new FlagRules<>(ErrorDomain.DOMAIN, "virDomainGetJobStats", "VIR_DOMAIN_JOB_STATS_", flags)
                .requires(JobStatsFlag.KEEP_COMPLETED, JobStatsFlag.COMPLETED);
        return driver.jobStats(id(), flags);
    }

    /// Asks the job that the domain is busy with to end early (`virDomainAbortJob`,
    /// `virDomainAbortJobFlags`).
    ///
    /// @throws LibvirtException OPERATION_INVALID if there is no job
    /// @since 8.5.0
    public void abortJob(Flags<AbortJobFlag> flags) {
        changing(flags.named("virDomainAbortJob", "virDomainAbortJobFlags")).abortJob(id(), flags);
    }

    /// Whether the domain can be controlled, or is busy, and since when
    /// (`virDomainGetControlInfo`).
    ///
    /// @param flags 0
    /// @since 0.9.3
    public ControlInfo control(int flags) {
        return reading("virDomainGetControlInfo").controlInfo(id(), flags);
    }

    private DomainId id() {
        return domain.identity();
    }

    private DomainStatsDriver reading(String function) {
        return domain.connection().reading(function).domainStats();
    }

    private DomainStatsDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainStats();
    }
}
