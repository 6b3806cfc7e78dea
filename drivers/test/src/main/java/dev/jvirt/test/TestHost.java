package dev.jvirt.test;

import dev.jvirt.api.NodeInfo;
import java.util.List;

/// The hardware of a world.
///
/// @param cells its NUMA cells, if it tells of them
record TestHost(NodeInfo node, List<Cell> cells) {
    /// The architecture of all worlds.
    static final String ARCH = "i686";

    /// What a world has that says nothing else.
    static final NodeInfo STANDARD_NODE = new NodeInfo(ARCH, 3 * 1024 * 1024, 16, 1400, 2, 2, 2, 2);

    /// A NUMA cell.
    ///
    /// @param memory in KiB
    /// @param pageSize of most of it, in KiB
    /// @param cpus how many processors it has
    record Cell(long memory, int pageSize, int cpus) {}

    TestHost {
        cells = List.copyOf(cells);
    }

    /// The number that C libvirt's test driver tells as the free memory in bytes: half of its
    /// cells, counted in KiB.
    long freeMemory() {
        long free = 0;
        for (Cell cell : cells) {
            free += cell.memory() / 2;
        }
        return free;
    }
}
