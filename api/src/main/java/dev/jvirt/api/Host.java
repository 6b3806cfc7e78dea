package dev.jvirt.api;

import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.api.host.AllocPagesFlag;
import dev.jvirt.api.host.FreePages;
import dev.jvirt.api.host.HostCpus;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageSelection;
import java.util.ArrayList;
import java.util.List;

/// The host of a hypervisor: its processors and memory. What it is in short tells
/// [Connection#nodeInfo].
///
/// @param connection that it belongs to
public record Host(Connection connection) {
    /// In place of a CPU or a NUMA node: all of them together (`VIR_NODE_CPU_STATS_ALL_CPUS`,
    /// `VIR_NODE_MEMORY_STATS_ALL_CELLS`).
    public static final int ALL = -1;

    /// The CPUs of the host and which of them are switched on (`virNodeGetCPUMap`).
    ///
    /// @param flags 0
    /// @since 1.0.0
    public HostCpus cpus(int flags) {
        return reading("virNodeGetCPUMap").cpus(flags);
    }

    /// What one CPU did since the host started, in nanoseconds (`virNodeGetCPUStats`).
    ///
    /// @param cpu its number, [#ALL] for all together
    /// @param flags 0
    /// @since 0.9.3
    public List<HostStatistic> cpuStats(int cpu, int flags) {
        HostResourceDriver driver = reading("virNodeGetCPUStats");
        if (cpu < ALL) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virNodeGetCPUStats",
                    "cpuNum",
                    "cpuNum in virNodeGetCPUStats only accepts -1 as a negative value");
        }
        return driver.cpuStats(cpu, flags);
    }

    /// How the memory of one NUMA node is used, in KiB (`virNodeGetMemoryStats`).
    ///
    /// @param cell its number, [#ALL] for all together
    /// @param flags 0
    /// @since 0.9.3
    public List<HostStatistic> memoryStats(int cell, int flags) {
        HostResourceDriver driver = reading("virNodeGetMemoryStats");
        if (cell < ALL) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virNodeGetMemoryStats",
                    "cpuNum",
                    "cellNum in virNodeGetMemoryStats only accepts -1 as a negative value");
        }
        return driver.memoryStats(cell, flags);
    }

    /// The free memory of each NUMA node in bytes (`virNodeGetCellsFreeMemory`).
    ///
    /// @param first the first node, from 0 on
    /// @param count the most nodes to tell of, from 1 on; for a remote daemon at most 1024
    /// @since 0.3.3
    public List<Long> cellsFreeMemory(int first, int count) {
        HostResourceDriver driver = reading("virNodeGetCellsFreeMemory");
        new DomainArguments("virNodeGetCellsFreeMemory").positive("maxCells", count);
        new DomainArguments("virNodeGetCellsFreeMemory").notNegative("startCell", first);
        return driver.cellsFreeMemory(first, count);
    }

    /// How the host shares pages of the same content among guests, for example
    /// `shm_pages_to_scan` (`virNodeGetMemoryParameters`).
    ///
    /// @param flags 0
    /// @since 0.10.2
    public TypedParameters memoryParameters(int flags) {
        return reading("virNodeGetMemoryParameters").memoryParameters(flags);
    }

    /// Changes how the host shares pages of the same content among guests
    /// (`virNodeSetMemoryParameters`).
    ///
    /// @param flags 0
    /// @since 0.10.2
    public void setMemoryParameters(TypedParameters parameters, int flags) {
        changing("virNodeSetMemoryParameters").setMemoryParameters(parameters, flags);
    }

    /// How many pages of memory are free (`virNodeGetFreePages`).
    ///
    /// @param pages at least one size and one NUMA node
    /// @param flags 0
    /// @return node by node, of each the sizes in the given order
    /// @since 1.2.6
    public List<FreePages> freePages(PageSelection pages, int flags) {
        HostResourceDriver driver = reading("virNodeGetFreePages");
        new DomainArguments("virNodeGetFreePages").nonZero("npages", pages.sizes().size());
        new DomainArguments("virNodeGetFreePages").nonZero("cellCount", pages.cellCount());
        List<Long> counts = driver.freePages(pages, flags);
        var free = new ArrayList<FreePages>(counts.size());
        int sizes = pages.sizes().size();
        for (int i = 0; i < counts.size(); i++) {
            int cell = pages.firstCell() + i / sizes;
            free.add(new FreePages(cell, pages.sizes().get(i % sizes), counts.get(i)));
        }
        return List.copyOf(free);
    }

    /// Puts pages of memory aside for guests, or gives them back (`virNodeAllocPages`).
    ///
    /// @param allocation at least one size and one NUMA node
    /// @param flags SET for exactly so many pages, else they are added
    /// @return the number of pools, one for each size and node, that were changed
    /// @since 1.2.9
    public int allocPages(PageAllocation allocation, Flags<AllocPagesFlag> flags) {
        HostResourceDriver driver = changing("virNodeAllocPages");
        new DomainArguments("virNodeAllocPages").nonZero("npages", allocation.pages().size());
        new DomainArguments("virNodeAllocPages").nonZero("cellCount", allocation.cellCount());
        return driver.allocPages(allocation, flags);
    }

    /// What the host's encryption of guests' memory (AMD SEV) can do, for example `cbitpos`
    /// (`virNodeGetSEVInfo`).
    ///
    /// @param flags 0
    /// @since 4.5.0
    public TypedParameters sevInfo(int flags) {
        return changing("virNodeGetSEVInfo").sevInfo(flags);
    }

    /// Puts the host to sleep for a while (`virNodeSuspendForDuration`). The call returns before it
    /// sleeps.
    ///
    /// @param seconds at least 60 for most hosts
    /// @param flags 0
    /// @since 0.9.8
    public void suspend(NodeSuspendTarget target, long seconds, int flags) {
        changing("virNodeSuspendForDuration").suspend(target, seconds, flags);
    }

    private HostResourceDriver reading(String function) {
        return connection.reading(function).hostResources();
    }

    private HostResourceDriver changing(String function) {
        return connection.changing(ErrorDomain.DOMAIN, function).hostResources();
    }
}
