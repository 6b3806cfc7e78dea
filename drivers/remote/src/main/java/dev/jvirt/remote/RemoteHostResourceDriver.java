package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.api.host.AllocPagesFlag;
import dev.jvirt.api.host.HostCpus;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageCount;
import dev.jvirt.api.host.PageSelection;
import dev.jvirt.bridge.CpuMaps;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.host.HostResourceCalls.NodeAllocPages;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCellsFreeMemory;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuMap;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetCpuStats;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetFreePages;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetMemoryParameters;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetMemoryStats;
import dev.jvirt.protocol.host.HostResourceCalls.NodeGetSevInfo;
import dev.jvirt.protocol.host.HostResourceCalls.NodeSetMemoryParameters;
import dev.jvirt.protocol.host.HostResourceCalls.NodeSuspendForDuration;
import dev.jvirt.protocol.host.HostResourceCallsClient;
import java.util.List;

/// Processors and memory of the far host. How many values there are is asked first where drivers
/// refuse any other number of them.
record RemoteHostResourceDriver(RemoteCaller caller) implements HostResourceDriver {

    private HostResourceCallsClient calls() {
        return new HostResourceCallsClient(caller);
    }

    @Override
    public HostCpus cpus(int flags) {
        var reply = calls().nodeGetCpuMap(new NodeGetCpuMap(1, 1, flags));
        return new HostCpus(reply.ret(), CpuMaps.local(reply.cpumap()));
    }

    @Override
    public List<HostStatistic> cpuStats(int cpu, int flags) {
        int count = calls().nodeGetCpuStats(new NodeGetCpuStats(cpu, 0, flags)).nparams();
        if (count == 0) {
            return List.of();
        }
        return calls().nodeGetCpuStats(new NodeGetCpuStats(cpu, count, flags)).params().stream()
                .map(stat -> new HostStatistic(stat.field(), stat.value()))
                .toList();
    }

    @Override
    public List<HostStatistic> memoryStats(int cell, int flags) {
        int count = calls().nodeGetMemoryStats(new NodeGetMemoryStats(0, cell, flags)).nparams();
        if (count == 0) {
            return List.of();
        }
        var call = new NodeGetMemoryStats(count, cell, flags);
        return calls().nodeGetMemoryStats(call).params().stream()
                .map(stat -> new HostStatistic(stat.field(), stat.value()))
                .toList();
    }

    @Override
    public List<Long> cellsFreeMemory(int first, int count) {
        return calls().nodeGetCellsFreeMemory(new NodeGetCellsFreeMemory(first, count)).cells();
    }

    @Override
    public TypedParameters memoryParameters(int flags) {
        int accepted = StringParameters.accepted(flags);
        int count =
                calls().nodeGetMemoryParameters(new NodeGetMemoryParameters(0, accepted)).nparams();
        if (count == 0) {
            return TypedParameters.none();
        }
        var call = new NodeGetMemoryParameters(count, accepted);
        return Parameters.local(calls().nodeGetMemoryParameters(call).params());
    }

    @Override
    public void setMemoryParameters(TypedParameters parameters, int flags) {
        calls().nodeSetMemoryParameters(
                        new NodeSetMemoryParameters(Parameters.remote(parameters), flags));
    }

    @Override
    public List<Long> freePages(PageSelection pages, int flags) {
        var call = new NodeGetFreePages(pages.sizes(), pages.firstCell(), pages.cellCount(), flags);
        return calls().nodeGetFreePages(call).counts();
    }

    @Override
    public int allocPages(PageAllocation allocation, Flags<AllocPagesFlag> flags) {
        var call =
                new NodeAllocPages(
                        allocation.pages().stream().map(PageCount::size).toList(),
                        allocation.pages().stream().map(PageCount::count).toList(),
                        allocation.firstCell(),
                        allocation.cellCount(),
                        flags.bits());
        return calls().nodeAllocPages(call).ret();
    }

    @Override
    public TypedParameters sevInfo(int flags) {
        var call = new NodeGetSevInfo(0, StringParameters.accepted(flags));
        return Parameters.local(calls().nodeGetSevInfo(call).params());
    }

    @Override
    public void suspend(NodeSuspendTarget target, long seconds, int flags) {
        calls().nodeSuspendForDuration(new NodeSuspendForDuration(target.code(), seconds, flags));
    }
}
