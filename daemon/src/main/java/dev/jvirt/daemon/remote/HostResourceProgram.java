package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Host;
import dev.jvirt.api.host.FreePages;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageCount;
import dev.jvirt.api.host.PageSelection;
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

/// Processors and memory of the host.
record HostResourceProgram(RemoteSession session) implements HostResourceCallsHandler {
    /// `REMOTE_NODE_CPU_STATS_MAX`, `REMOTE_NODE_MEMORY_STATS_MAX`
    private static final int STATISTICS_MAX = 16;

    /// `REMOTE_NODE_MEMORY_PARAMETERS_MAX`
    private static final int PARAMETERS_MAX = 64;

    /// `REMOTE_NODE_MAX_CELLS`
    private static final int CELLS_MAX = 1024;

    private Host host() {
        return session.connection().host();
    }

    @Override
    public NodeGetCellsFreeMemory.Reply nodeGetCellsFreeMemory(NodeGetCellsFreeMemory message) {
        var host = host();
        if (message.maxcells() > CELLS_MAX) {
            throw WireErrors.internal("maxCells > REMOTE_NODE_MAX_CELLS");
        }
        return new NodeGetCellsFreeMemory.Reply(
                host.cellsFreeMemory(message.startCell(), message.maxcells()));
    }

    @Override
    public NodeGetCpuStats.Reply nodeGetCpuStats(NodeGetCpuStats message) {
        var host = host();
        return new Counted(message.nparams(), STATISTICS_MAX)
                .reply(
                        host.cpuStats(message.cpuNum(), message.flags()).stream()
                                .map(stat -> new CpuStat(stat.name(), stat.value()))
                                .toList(),
                        NodeGetCpuStats.Reply::new);
    }

    @Override
    public NodeGetMemoryStats.Reply nodeGetMemoryStats(NodeGetMemoryStats message) {
        var host = host();
        return new Counted(message.nparams(), STATISTICS_MAX)
                .reply(
                        host.memoryStats(message.cellNum(), message.flags()).stream()
                                .map(stat -> new NodeMemoryStat(stat.name(), stat.value()))
                                .toList(),
                        NodeGetMemoryStats.Reply::new);
    }

    @Override
    public NodeGetMemoryParameters.Reply nodeGetMemoryParameters(NodeGetMemoryParameters message) {
        var host = host();
        return new Counted(message.nparams(), PARAMETERS_MAX)
                .reply(
                        host.memoryParameters(StringParameters.local(message.flags())),
                        message.flags(),
                        NodeGetMemoryParameters.Reply::new);
    }

    @Override
    public void nodeSetMemoryParameters(NodeSetMemoryParameters message) {
        host().setMemoryParameters(Parameters.local(message.params()), message.flags());
    }

    @Override
    public NodeGetCpuMap.Reply nodeGetCpuMap(NodeGetCpuMap message) {
        var cpus = host().cpus(message.flags());
        return new NodeGetCpuMap.Reply(
                message.needMap() == 0
                        ? new Opaque(new byte[0])
                        : new Opaque(cpus.online().toBytes((cpus.present() + 7) / 8)),
                message.needOnline() == 0 ? 0 : cpus.online().count(),
                cpus.present());
    }

    @Override
    public NodeGetFreePages.Reply nodeGetFreePages(NodeGetFreePages message) {
        var host = host();
        if ((long) message.pages().size() * Integer.toUnsignedLong(message.cellCount())
                > CELLS_MAX) {
            throw WireErrors.internal("the result won't fit into REMOTE_NODE_MAX_CELLS");
        }
        var pages = new PageSelection(message.pages(), message.startCell(), message.cellCount());
        return new NodeGetFreePages.Reply(
                host.freePages(pages, message.flags()).stream().map(FreePages::count).toList());
    }

    @Override
    public NodeAllocPages.Reply nodeAllocPages(NodeAllocPages message) {
        if (message.pageSizes().size() != message.pageCounts().size()) {
            throw WireErrors.internal("as many page counts as page sizes are needed");
        }
        var pages = new ArrayList<PageCount>();
        for (int i = 0; i < message.pageSizes().size(); i++) {
            pages.add(new PageCount(message.pageSizes().get(i), message.pageCounts().get(i)));
        }
        var allocation = new PageAllocation(pages, message.startCell(), message.cellCount());
        return new NodeAllocPages.Reply(
                host().allocPages(allocation, new Flags<>(message.flags())));
    }

    /// The C client sends a number of parameters that means nothing.
    @Override
    public NodeGetSevInfo.Reply nodeGetSevInfo(NodeGetSevInfo message) {
        var info = host().sevInfo(StringParameters.local(message.flags()));
        return new NodeGetSevInfo.Reply(StringParameters.remote(info, message.flags()), 0);
    }

    @Override
    public void nodeSuspendForDuration(NodeSuspendForDuration message) {
        WireErrors.checkWritable(
                session.connection(), ErrorDomain.NONE, "virNodeSuspendForDuration");
        host().suspend(NodeSuspendTarget.of(message.target()), message.duration(), message.flags());
    }
}
