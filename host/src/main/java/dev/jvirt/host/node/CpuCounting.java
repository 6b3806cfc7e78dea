package dev.jvirt.host.node;

import dev.jvirt.host.node.NodeTopology.CellCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Counts the processors of cells.
///
/// @param threadsPerSubcore POWER hosts run guests on whole cores of which just the first thread is
///     in use for the host; more than 0 if the host is set up like that
/// @param eachIsACore whether the kernel tells no cores: then each processor is one
record CpuCounting(
        NodeFolders folders,
        CpuSet present,
        CpuSet online,
        int threadsPerSubcore,
        boolean eachIsACore) {

    static CpuCounting of(NodeFolders folders, String model, int threadsPerSubcore)
            throws IOException {
        CpuSet present = NodeCpu.present(folders);
        CpuSet online = NodeCpu.online(folders);
        boolean usable =
                threadsPerSubcore > 0
                        && online.stream().allMatch(cpu -> cpu % threadsPerSubcore == 0);
        return new CpuCounting(
                folders, present, online, usable ? threadsPerSubcore : 0, model.startsWith("s390"));
    }

    /// Counts the processors whose names a folder has.
    CellCount count(Path cell) throws IOException {
        int processors = 0;
        int offline = 0;
        int threads = 0;
        Map<Integer, Set<Integer>> cores = new HashMap<>();
        for (int id : KernelFile.numbered(cell, "cpu")) {
            if (!present.contains(id)) {
                continue;
            }
            if (online.contains(id)) {
                processors++;
                NodeCpu cpu = NodeCpu.read(folders, id);
                cores.computeIfAbsent(cpu.socket(), socket -> new HashSet<>())
                        .add(eachIsACore ? id : cpu.core());
                threads = Math.max(threads, cpu.siblings().size());
            } else if (isRunByGuests(id)) {
                processors++;
            } else {
                offline++;
            }
        }
        int most = cores.values().stream().mapToInt(Set::size).max().orElse(0);
        int subcores = threadsPerSubcore > 0 ? threadsPerSubcore : 1;
        return new CellCount(processors, offline, cores.size(), most, threads * subcores);
    }

    private boolean isRunByGuests(int cpu) {
        return threadsPerSubcore > 0 && online.contains(cpu - cpu % threadsPerSubcore);
    }
}
