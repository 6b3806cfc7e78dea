package dev.jvirt.host.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The summary of a host (`virNodeGetInfo`).
///
/// Not every machine is made of equal cells of equal sockets of equal cores. One that is not is
/// described as one cell with one socket, and a core for each processor.
///
/// @param model the architecture
/// @param memory KiB of memory
/// @param cpus how many processors are in use
/// @param mhz how fast they are; 0 if unknown
/// @param nodes how many NUMA cells there are
/// @param sockets how many sockets a cell has
/// @param cores how many cores a socket has
/// @param threads how many processors a core has
public record NodeTopology(
        String model,
        long memory,
        int cpus,
        int mhz,
        int nodes,
        int sockets,
        int cores,
        int threads) {

    /// This host's.
    public static NodeTopology ofHost() throws IOException {
        return read(NodeFolders.ofHost(), Machine.name(), 0);
    }

    /// The host's that the folders describe.
    ///
    /// @param model its architecture
    /// @param threadsPerSubcore on POWER, the number of threads that KVM runs guests with; 0
    ///     elsewhere
    public static NodeTopology read(NodeFolders folders, String model, int threadsPerSubcore)
            throws IOException {
        var counting = CpuCounting.of(folders, model, threadsPerSubcore);
        List<CellCount> cells = new ArrayList<>();
        for (int node : KernelFile.numbered(folders.system().resolve("node"), "node")) {
            cells.add(counting.count(folders.node(node)));
        }
        if (cells.stream().allMatch(cell -> cell.processors() == 0)) {
            // The kernel knows nothing of cells.
            cells = List.of(counting.count(folders.system().resolve("cpu")));
        }
        int mhz = CpuIdentity.read(folders, model).mhz();
        return summary(model, HostMemory.ofCells(folders).total() / 1024, mhz, cells);
    }

    private static NodeTopology summary(String model, long memory, int mhz, List<CellCount> cells)
            throws IOException {
        int processors = cells.stream().mapToInt(CellCount::processors).sum();
        int all = processors + cells.stream().mapToInt(CellCount::offline).sum();
        int sockets = cells.stream().mapToInt(CellCount::sockets).max().orElse(0);
        int cores = cells.stream().mapToInt(CellCount::cores).max().orElse(0);
        int threads = cells.stream().mapToInt(CellCount::threads).max().orElse(0);
        if (processors == 0) {
            throw new IOException("no CPUs found");
        }
        return cells.size() * sockets * cores * threads == all
                ? new NodeTopology(
                        model, memory, processors, mhz, cells.size(), sockets, cores, threads)
                : new NodeTopology(model, memory, processors, mhz, 1, 1, all, 1);
    }

    /// How many processors there can be, also those that are not in use.
    public int maximumCpus() {
        return nodes * sockets * cores * threads;
    }

    /// What a cell has.
    ///
    /// @param offline how many processors are there and not in use
    /// @param cores of the socket that has most
    record CellCount(int processors, int offline, int sockets, int cores, int threads) {}
}
