package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.AbortJobFlag;
import dev.jvirt.api.domain.ControlInfo;
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
import dev.jvirt.api.domain.MemoryPeekFlag;
import dev.jvirt.api.domain.MemoryStat;
import java.util.List;

/// What a driver can count of domains, and how it tells of their jobs. A driver overrides what
/// it supports; the rest answers NO_SUPPORT.
public interface DomainStatsDriver {
    /// The figures about many domains at once.
    ///
    /// @param domains whose figures are wanted; empty for all that pass the filters in `flags`
    /// @param types the groups of figures; none for all that the driver has
    @Since("1.2.8")
    default List<DomainStats> stats(
            List<DomainId> domains, Flags<DomainStatsType> types, Flags<DomainStatsFlag> flags) {
        throw unsupported(
                domains.isEmpty() ? "virConnectGetAllDomainStats" : "virDomainListGetStats");
    }

    /// What the domain used of all CPUs together.
    ///
    /// @param flags 0
    @Since("0.9.10")
    default TypedParameters totalCpuStats(DomainId domain, int flags) {
        throw unsupported("virDomainGetCPUStats");
    }

    /// What the domain used of each CPU of the host. All have the same parameters.
    ///
    /// @param flags 0
    /// @return one entry for each CPU in the range that the host has
    @Since("0.9.10")
    default List<TypedParameters> cpuStats(DomainId domain, CpuRange cpus, int flags) {
        throw unsupported("virDomainGetCPUStats");
    }

    /// Of how many CPUs [#cpuStats] can tell.
    ///
    /// @param flags 0
    @Since("0.9.10")
    default int cpuStatsCount(DomainId domain, int flags) {
        throw unsupported("virDomainGetCPUStats");
    }

    /// What the guest does with its memory.
    ///
    /// @param flags 0
    @Since("0.7.5")
    default List<MemoryStat> memoryStats(DomainId domain, int flags) {
        throw unsupported("virDomainMemoryStats");
    }

    /// A piece of the guest's memory.
    @Since("0.4.2")
    default byte[] memoryPeek(DomainId domain, long start, int size, Flags<MemoryPeekFlag> flags) {
        throw unsupported("virDomainMemoryPeek");
    }

    /// What went through a network interface.
    @Since("0.3.2")
    default InterfaceStats interfaceStats(DomainId domain, String device) {
        throw unsupported("virDomainInterfaceStats");
    }

    /// Begins to measure how fast the guest writes to its memory.
    @Since("7.2.0")
    default void startDirtyRateCalculation(
            DomainId domain, int seconds, Flags<DirtyRateFlag> flags) {
        throw unsupported("virDomainStartDirtyRateCalc");
    }

    /// The job that the domain is busy with.
    @Since("0.7.7")
    default JobInfo jobInfo(DomainId domain) {
        throw unsupported("virDomainGetJobInfo");
    }

    /// The job that the domain is busy with, or was, in all detail.
    @Since("1.0.3")
    default JobStats jobStats(DomainId domain, Flags<JobStatsFlag> flags) {
        throw unsupported("virDomainGetJobStats");
    }

    /// Ends the job that the domain is busy with.
    @Since("8.5.0")
    default void abortJob(DomainId domain, Flags<AbortJobFlag> flags) {
        throw unsupported(flags.named("virDomainAbortJob", "virDomainAbortJobFlags"));
    }

    /// Whether the domain can be controlled.
    ///
    /// @param flags 0
    @Since("0.9.3")
    default ControlInfo controlInfo(DomainId domain, int flags) {
        throw unsupported("virDomainGetControlInfo");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
