package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;

/// What a domain uses of its host, and the job that it is busy with.
@Wire(Program.REMOTE)
public interface DomainStatsCalls {
    /// virDomainInterfaceStats
    @Procedure(number = 65, acl = "domain:read", priority = Priority.HIGH)
    record DomainInterfaceStats(RemoteDomain domain, String device) {
        public record Reply(
                long rxBytes,
                long rxPackets,
                long rxErrs,
                long rxDrop,
                long txBytes,
                long txPackets,
                long txErrs,
                long txDrop) {}
    }

    /// virDomainMemoryStats
    @Procedure(number = 159, acl = "domain:read")
    record DomainMemoryStats(RemoteDomain domain, int maxStats, int flags) {
        public record Reply(@Max(1024) List<MemoryStat> stats) {}
    }

    /// virDomainMemoryPeek
    @Procedure(number = 104, acl = "domain:mem_read")
    record DomainMemoryPeek(RemoteDomain domain, long offset, int size, int flags) {
        public record Reply(@Max(4194304) Opaque buffer) {}
    }

    /// virDomainGetCPUStats; `nparams` 0 asks for a bare number, else the parameters of all CPUs
    /// stand one after another.
    @Procedure(number = 262, acl = "domain:read")
    record DomainGetCpuStats(RemoteDomain domain, int nparams, int startCpu, int ncpus, int flags) {
        public record Reply(@Max(2048) List<TypedParameter> params, int nparams) {}
    }

    /// virConnectGetAllDomainStats, virDomainListGetStats; no domains means all.
    @Procedure(number = 344, acl = "connect:search_domains", filter = "domain:read")
    record ConnectGetAllDomainStats(@Max(16384) List<RemoteDomain> doms, int stats, int flags) {
        public record Reply(@Max(16384) List<StatsRecord> retStats) {}
    }

    /// virDomainStartDirtyRateCalc
    @Procedure(number = 427, acl = "domain:write")
    record DomainStartDirtyRateCalc(RemoteDomain domain, int seconds, int flags) {}

    /// virDomainGetJobInfo
    @Procedure(number = 163, acl = "domain:read")
    record DomainGetJobInfo(RemoteDomain domain) {
        public record Reply(
                int type,
                long timeElapsed,
                long timeRemaining,
                long dataTotal,
                long dataProcessed,
                long dataRemaining,
                long memTotal,
                long memProcessed,
                long memRemaining,
                long fileTotal,
                long fileProcessed,
                long fileRemaining) {}
    }

    /// virDomainGetJobStats
    @Procedure(number = 298, acl = "domain:read")
    record DomainGetJobStats(RemoteDomain domain, int flags) {
        public record Reply(int type, @Max(64) List<TypedParameter> params) {}
    }

    /// virDomainAbortJob
    @Procedure(number = 164, acl = "domain:write")
    record DomainAbortJob(RemoteDomain domain) {}

    /// virDomainAbortJobFlags
    @Procedure(number = 442, acl = "domain:write")
    record DomainAbortJobFlags(RemoteDomain domain, int flags) {}

    /// One figure of a memory balloon; `tag` is a virDomainMemoryStatTags.
    @Struct("remote_domain_memory_stat")
    record MemoryStat(int tag, long val) {}

    /// The figures of one domain.
    @Struct("remote_domain_stats_record")
    record StatsRecord(RemoteDomain domain, @Max(262144) List<TypedParameter> params) {}
}
