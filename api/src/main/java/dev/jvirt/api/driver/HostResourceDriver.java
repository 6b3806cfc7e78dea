package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.host.AllocPagesFlag;
import dev.jvirt.api.host.HostCpus;
import dev.jvirt.api.host.HostStatistic;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.api.host.PageAllocation;
import dev.jvirt.api.host.PageSelection;
import java.util.List;

/// What a driver knows of the processors and the memory of its host. A driver overrides what it
/// supports; the rest answers NO_SUPPORT. Where `flags` is a number, it must be 0.
public interface HostResourceDriver {
    /// The CPUs.
    @Since("1.0.0")
    default HostCpus cpus(int flags) {
        throw unsupported("virNodeGetCPUMap");
    }

    /// What one CPU did so far.
    ///
    /// @param cpu -1 for all together
    @Since("0.9.3")
    default List<HostStatistic> cpuStats(int cpu, int flags) {
        throw unsupported("virNodeGetCPUStats");
    }

    /// How the memory of one NUMA node is used.
    ///
    /// @param cell -1 for all together
    @Since("0.9.3")
    default List<HostStatistic> memoryStats(int cell, int flags) {
        throw unsupported("virNodeGetMemoryStats");
    }

    /// The free memory of each NUMA node in bytes.
    ///
    /// @param count the most nodes to tell of
    @Since("0.3.3")
    default List<Long> cellsFreeMemory(int first, int count) {
        throw unsupported("virNodeGetCellsFreeMemory");
    }

    /// How the host shares equal pages.
    @Since("0.10.2")
    default TypedParameters memoryParameters(int flags) {
        throw unsupported("virNodeGetMemoryParameters");
    }

    /// Changes how the host shares equal pages.
    @Since("0.10.2")
    default void setMemoryParameters(TypedParameters parameters, int flags) {
        throw unsupported("virNodeSetMemoryParameters");
    }

    /// How many pages are free: node by node, of each the sizes in the given order.
    @Since("1.2.6")
    default List<Long> freePages(PageSelection pages, int flags) {
        throw unsupported("virNodeGetFreePages");
    }

    /// Puts pages aside.
    ///
    /// @return the number of pools that were changed
    @Since("1.2.9")
    default int allocPages(PageAllocation allocation, Flags<AllocPagesFlag> flags) {
        throw unsupported("virNodeAllocPages");
    }

    /// What the host's memory encryption can do.
    @Since("4.5.0")
    default TypedParameters sevInfo(int flags) {
        throw unsupported("virNodeGetSEVInfo");
    }

    /// Puts the host to sleep for a while.
    @Since("0.9.8")
    default void suspend(NodeSuspendTarget target, long seconds, int flags) {
        throw unsupported("virNodeSuspendForDuration");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
