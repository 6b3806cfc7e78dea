package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The pages of one size that a cell has.
///
/// @param size KiB of one page
/// @param count how many there are
/// @param free how many of them nobody uses
public record PagePool(int size, long count, long free) {
    private static final String PREFIX = "hugepages-";
    private static final String SUFFIX = "kB";

    /// The pages of a cell, small ones first. Memory that is not set aside for huge pages is
    /// divided into the usual ones.
    ///
    /// @param pageSize bytes of a usual page
    static List<PagePool> ofCell(NodeFolders folders, int cell, HostMemory memory, int pageSize)
            throws IOException {
        return of(folders.node(cell).resolve("hugepages"), memory, pageSize);
    }

    /// The pages of the whole host.
    public static List<PagePool> ofHost(NodeFolders folders, HostMemory memory, int pageSize)
            throws IOException {
        // Above the devices' folder: they are the kernel's own.
        Path devices = folders.system().toAbsolutePath().getParent();
        Path system = devices == null ? folders.system() : devices.resolveSibling("kernel");
        return of(system.resolve("mm/hugepages"), memory, pageSize);
    }

    private static List<PagePool> of(Path folder, HostMemory memory, int pageSize)
            throws IOException {
        var pools = new ArrayList<PagePool>();
        long total = memory.total();
        long free = memory.free();
        for (int size : sizes(folder)) {
            Path pool = folder.resolve(PREFIX + size + SUFFIX);
            long count = KernelFile.number(pool.resolve("nr_hugepages")).orElse(0);
            long unused = KernelFile.number(pool.resolve("free_hugepages")).orElse(0);
            pools.add(new PagePool(size, count, unused));
            total -= count * size * 1024;
        }
        pools.addFirst(new PagePool(pageSize / 1024, total / pageSize, free / pageSize));
        return List.copyOf(pools);
    }

    private static List<Integer> sizes(Path folder) throws IOException {
        return KernelFile.names(folder, PREFIX).stream()
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                .sorted()
                .toList();
    }
}
