package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;

/// What the host has and does: memory, CPUs, pages, power.
@Wire(Program.REMOTE)
public interface HostResourceCalls {
    /// virNodeGetCellsFreeMemory
    @Procedure(number = 101, acl = "connect:read", priority = Priority.HIGH)
    record NodeGetCellsFreeMemory(int startCell, int maxcells) {
        public record Reply(@Max(1024) List<Long> cells) {}
    }

    /// virNodeGetCPUStats; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 227, acl = "connect:read", priority = Priority.HIGH)
    record NodeGetCpuStats(int cpuNum, int nparams, int flags) {
        public record Reply(@Max(16) List<CpuStat> params, int nparams) {}
    }

    /// virNodeGetMemoryStats; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 228, acl = "connect:read", priority = Priority.HIGH)
    record NodeGetMemoryStats(int nparams, int cellNum, int flags) {
        public record Reply(@Max(16) List<NodeMemoryStat> params, int nparams) {}
    }

    /// virNodeGetMemoryParameters; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 289, acl = "connect:read")
    record NodeGetMemoryParameters(int nparams, int flags) {
        public record Reply(@Max(64) List<TypedParameter> params, int nparams) {}
    }

    /// virNodeSetMemoryParameters
    @Procedure(number = 288, acl = "connect:write")
    record NodeSetMemoryParameters(@Max(64) List<TypedParameter> params, int flags) {}

    /// virNodeGetCPUMap; `needMap` and `needOnline` say which results are wanted.
    @Procedure(number = 293, acl = "connect:read")
    record NodeGetCpuMap(int needMap, int needOnline, int flags) {
        public record Reply(@Max(2048) Opaque cpumap, int online, int ret) {}
    }

    /// virNodeGetFreePages
    @Procedure(number = 340, acl = "connect:read", priority = Priority.HIGH)
    record NodeGetFreePages(
            @Max(1024) List<Integer> pages, int startCell, int cellCount, int flags) {
        public record Reply(@Max(1024) List<Long> counts) {}
    }

    /// virNodeAllocPages
    @Procedure(number = 347, acl = "connect:write")
    record NodeAllocPages(
            @Max(1024) List<Integer> pageSizes,
            @Max(1024) List<Long> pageCounts,
            int startCell,
            int cellCount,
            int flags) {
        public record Reply(int ret) {}
    }

    /// virNodeGetSEVInfo; `nparams` means nothing.
    @Procedure(number = 395, acl = "connect:read")
    record NodeGetSevInfo(int nparams, int flags) {
        public record Reply(@Max(64) List<TypedParameter> params, int nparams) {}
    }

    /// virNodeSuspendForDuration
    @Procedure(number = 250, acl = "connect:pm_control")
    record NodeSuspendForDuration(int target, long duration, int flags) {}

    /// One figure of the CPUs.
    @Struct("remote_node_get_cpu_stats")
    record CpuStat(String field, long value) {}

    /// One figure of the memory.
    @Struct("remote_node_get_memory_stats")
    record NodeMemoryStat(String field, long value) {}
}
