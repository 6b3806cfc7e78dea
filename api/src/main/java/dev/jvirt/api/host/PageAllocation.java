package dev.jvirt.api.host;

import java.util.List;

/// Pages of memory of a host that are to be put aside for guests.
///
/// @param pages how many of each size, in each node
/// @param firstCell the first NUMA node, -1 for the host as a whole
/// @param cellCount how many nodes from there on
public record PageAllocation(List<PageCount> pages, int firstCell, int cellCount) {
    public PageAllocation {
        pages = List.copyOf(pages);
    }
}
