package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Host;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.FreePages;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageCount;
import dev.jvirt.api.host.PageSelection;
import dev.jvirt.bridge.CpuMaps;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.host.HostResourceCalls.CpuStat;
import dev.jvirt.protocol.host.HostResourceCalls.NodeAllocPages;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCellsFreeMemory;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuMap;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuStats;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetFreePages;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetMemoryParameters;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetMemoryStats;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetSevInfo;
import dev.jvirt.protocol.host.HostResourceCalls.NodeMemoryStat;
import dev.jvirt.protocol.host.HostResourceCalls.NodeSetMemoryParameters;
import dev.jvirt.protocol.host.HostResourceCalls.NodeSuspendForDuration;
import dev.jvirt.protocol.host.HostResourceCallsHandler;
import dev.jvirt.protocol.wire.Opaque;
import java.util.ArrayList;
import java.util.List;

/// Processors and memory of the host.
record HostResourceProgram(RemoteSession session) implements HostResourceCallsHandler {
    /// `REMOTE_NODE_CPU_STATS_MAX` and `REMOTE_NODE_MEMORY_STATS_MAX`
    private static final int STATS_MAX = 16;

    /// `REMOTE_NODE_MEMORY_PARAMETERS_MAX`
    private static final int MEMORY_PARAMETERS_MAX = 64;

    /// `REMOTE_NODE_MAX_CELLS`
    private static final int CELLS_MAX = 1024;

    private Host host() {
        return session.connection().host();
    }

    /// For a call whose arguments may be senseless.
    private Host writable(String function) {
        return session.writable(ErrorDomain.DOMAIN, function).host();
    }

    @Override
    public NodeGetCpuMap.Reply nodeGetCpuMap(NodeGetCpuMap message) {
        var cpus = host().cpus(message.flags());
        var map =
                message.needMap() == 0
                        ? new Opaque(new byte[0])
                        : CpuMaps.remote(cpus.online(), cpus.present());
        int online = message.needOnline() == 0 ? 0 : cpus.online().count();
        return new NodeGetCpuMap.Reply(map, online, cpus.present());
    }

    @Override
    public NodeGetCpuStats.Reply nodeGetCpuStats(NodeGetCpuStats message) {
        var host = host();
        ParametersAsked.check(message.nparams(), STATS_MAX);
        var found = host.cpuStats(message.cpuNum(), message.flags());
        if (message.nparams() == 0) {
            return new NodeGetCpuStats.Reply(List.of(), found.size());
        }
        var stats = new ArrayList<CpuStat>();
        for (var stat : found.subList(0, Math.min(message.nparams(), found.size()))) {
            stats.add(new CpuStat(stat.name(), stat.value()));
        }
        return new NodeGetCpuStats.Reply(stats, 0);
    }

    @Override
    public NodeGetMemoryStats.Reply nodeGetMemoryStats(NodeGetMemoryStats message) {
        var host = host();
        ParametersAsked.check(message.nparams(), STATS_MAX);
        var found = host.memoryStats(message.cellNum(), message.flags());
        if (message.nparams() == 0) {
            return new NodeGetMemoryStats.Reply(List.of(), found.size());
        }
        var stats = new ArrayList<NodeMemoryStat>();
        for (var stat : found.subList(0, Math.min(message.nparams(), found.size()))) {
            stats.add(new NodeMemoryStat(stat.name(), stat.value()));
        }
        return new NodeGetMemoryStats.Reply(stats, 0);
    }

    @Override
    public NodeGetCellsFreeMemory.Reply nodeGetCellsFreeMemory(NodeGetCellsFreeMemory message) {
        var host = host();
        ListLimits.check(message.maxcells(), CELLS_MAX, "maxcells", "REMOTE_NODE_MAX_CELLS");
        var cells = host.cellsFreeMemory(message.startCell(), message.maxcells());
        return new NodeGetCellsFreeMemory.Reply(
                cells.subList(0, Math.min(message.maxcells(), cells.size())));
    }

    @Override
    public NodeGetMemoryParameters.Reply nodeGetMemoryParameters(NodeGetMemoryParameters message) {
        var host = host();
        var asked = ParametersAsked.of(message.nparams(), message.flags(), MEMORY_PARAMETERS_MAX);
        var parameters = host.memoryParameters(asked.flags());
        return new NodeGetMemoryParameters.Reply(asked.sent(parameters), asked.number(parameters));
    }

    @Override
    public void nodeSetMemoryParameters(NodeSetMemoryParameters message) {
        host().setMemoryParameters(Parameters.local(message.params()), message.flags());
    }

    @Override
    public NodeGetFreePages.Reply nodeGetFreePages(NodeGetFreePages message) {
        var host = host();
        long room = message.pages().size() * Integer.toUnsignedLong(message.cellCount());
        if (room > CELLS_MAX) {
            throw WireErrors.internal("the result won't fit into REMOTE_NODE_MAX_CELLS");
        }
        var pages = new PageSelection(message.pages(), message.startCell(), message.cellCount());
        var free = host.freePages(pages, message.flags());
        return new NodeGetFreePages.Reply(free.stream().map(FreePages::count).toList());
    }

    @Override
    public NodeAllocPages.Reply nodeAllocPages(NodeAllocPages message) {
        var host = writable("virNodeAllocPages");
        if (message.pageCounts().size() != message.pageSizes().size()) {
            throw new LibvirtException(
                    ErrorDomain.RPC,
                    ErrorCode.INVALID_ARG,
                    "%d page sizes with %d page counts"
                            .formatted(message.pageSizes().size(), message.pageCounts().size()));
        }
        var pages = new ArrayList<PageCount>();
        for (int i = 0; i < message.pageSizes().size(); i++) {
            pages.add(new PageCount(message.pageSizes().get(i), message.pageCounts().get(i)));
        }
        var allocation = new PageAllocation(pages, message.startCell(), message.cellCount());
        return new NodeAllocPages.Reply(host.allocPages(allocation, new Flags<>(message.flags())));
    }

    /// The room that the client tells of means nothing: some leave it to chance.
    @Override
    public NodeGetSevInfo.Reply nodeGetSevInfo(NodeGetSevInfo message) {
        var info = host().sevInfo(StringParameters.local(message.flags()));
        return new NodeGetSevInfo.Reply(StringParameters.remote(info, message.flags()), 0);
    }

    @Override
    public void nodeSuspendForDuration(NodeSuspendForDuration message) {
        var host = writable("virNodeSuspendForDuration");
        var target = NodeSuspendTarget.of(message.target());
        host.suspend(target, message.duration(), message.flags());
    }
}
