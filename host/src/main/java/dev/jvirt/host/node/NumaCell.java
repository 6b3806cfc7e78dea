package dev.jvirt.host.node;

import dev.jvirt.host.kernel.CLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A NUMA cell: memory, and the processors that are near to it.
///
/// @param id its number
/// @param memory KiB of memory
/// @param pages what the memory is divided into, small pages first
/// @param distances how far it is to each cell, itself among them
/// @param caches the caches between the processors and this memory
/// @param cpus its processors that are in use
public record NumaCell(
        int id,
        long memory,
        List<PagePool> pages,
        List<Distance> distances,
        List<MemoryCache> caches,
        List<NodeCpu> cpus) {
    public NumaCell {
        pages = List.copyOf(pages);
        distances = List.copyOf(distances);
        caches = List.copyOf(caches);
        cpus = List.copyOf(cpus);
    }

    /// How far another cell is, where 10 is the distance to oneself.
    public record Distance(int cell, int value) {}

    /// The cells of a host. A kernel that knows nothing of them has a single one.
    public static List<NumaCell> readAll(NodeFolders folders) throws IOException {
        var cells = new ArrayList<NumaCell>();
        List<Integer> ids = KernelFile.numbered(folders.system().resolve("node"), "node");
        for (int id : ids) {
            cells.add(read(folders, id, ids));
        }
        return cells.isEmpty() ? List.of(whole(folders)) : List.copyOf(cells);
    }

    private static NumaCell read(NodeFolders folders, int id, List<Integer> all)
            throws IOException {
        HostMemory memory = HostMemory.read(folders, id);
        CpuSet cpus = KernelFile.cpus(folders.node(id).resolve("cpulist")).orElseGet(CpuSet::of);
        return new NumaCell(
                id,
                memory.total() / 1024,
                PagePool.ofCell(folders, id, memory, CLibrary.pageSize()),
                distances(folders, id, all),
                MemoryCache.ofCell(folders, id),
                cpus(folders, cpus));
    }

    private static NumaCell whole(NodeFolders folders) throws IOException {
        HostMemory memory = HostMemory.read(folders);
        return new NumaCell(
                0,
                memory.total() / 1024,
                PagePool.ofHost(folders, memory, CLibrary.pageSize()),
                List.of(),
                List.of(),
                cpus(folders, NodeCpu.online(folders)));
    }

    private static List<NodeCpu> cpus(NodeFolders folders, CpuSet ids) throws IOException {
        var cpus = new ArrayList<NodeCpu>();
        for (int id : ids.stream().toArray()) {
            cpus.add(NodeCpu.read(folders, id));
        }
        return cpus;
    }

    /// The kernel lists one distance for each cell that is in use, in their order.
    private static List<Distance> distances(NodeFolders folders, int id, List<Integer> all)
            throws IOException {
        String text = KernelFile.text(folders.node(id).resolve("distance")).orElse("");
        List<String> words = Arrays.asList(text.split(" +"));
        var distances = new ArrayList<Distance>();
        for (int i = 0; i < all.size() && i < words.size() && !text.isEmpty(); i++) {
            int value = Integer.parseInt(words.get(i));
            if (value > 0) {
                distances.add(new Distance(all.get(i), value));
            }
        }
        return distances;
    }
}
