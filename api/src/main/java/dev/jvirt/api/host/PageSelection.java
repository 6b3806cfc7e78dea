package dev.jvirt.api.host;

import java.util.List;

/// Pages of memory of a host, by their size and their place.
///
/// @param sizes in KiB
/// @param firstCell the first NUMA node, -1 for the host as a whole
/// @param cellCount how many nodes from there on
public record PageSelection(List<Integer> sizes, int firstCell, int cellCount) {
    public PageSelection {
        sizes = List.copyOf(sizes);
    }
}
