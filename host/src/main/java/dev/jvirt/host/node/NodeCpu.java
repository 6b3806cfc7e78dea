package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;

/// A processor (a thread, where cores have several) of the host, and its place.
///
/// @param id its number
/// @param socket the number of its socket
/// @param die the number of its die within the socket
/// @param core the number of its core within the die, or however the firmware counts
/// @param siblings the processors of its core, itself among them
public record NodeCpu(int id, int socket, int die, int core, CpuSet siblings) {

    /// The processors of the host that exist, in use or not.
    public static CpuSet present(NodeFolders folders) throws IOException {
        return among(folders, "present");
    }

    /// The processors of the host that are in use.
    public static CpuSet online(NodeFolders folders) throws IOException {
        return among(folders, "online");
    }

    /// Where the kernel has no such list, all are meant.
    private static CpuSet among(NodeFolders folders, String list) throws IOException {
        Path cpus = folders.system().resolve("cpu");
        var listed = KernelFile.cpus(cpus.resolve(list));
        return listed.isPresent()
                ? listed.get()
                : CpuSet.of(
                        KernelFile.numbered(cpus, "cpu").stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
    }

    static NodeCpu read(NodeFolders folders, int id) throws IOException {
        Path topology = folders.cpu(id).resolve("topology");
        return new NodeCpu(
                id,
                place(topology, "physical_package_id"),
                place(topology, "die_id"),
                place(topology, "core_id"),
                KernelFile.cpus(topology.resolve("thread_siblings_list"))
                        .orElseGet(() -> CpuSet.of(id)));
    }

    /// Some architectures do not tell a place, and some tell -1: then there is just one.
    private static int place(Path topology, String name) throws IOException {
        return (int) Math.max(0, KernelFile.number(topology.resolve(name)).orElse(0));
    }
}
