package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// How fast the processors of one cell reach the memory of another.
///
/// @param initiator the cell of the processors
/// @param target the cell of the memory
/// @param value nanoseconds, or KiB a second
public record Interconnect(Kind kind, int initiator, int target, Access access, long value) {

    /// What is measured.
    public enum Kind {
        LATENCY,
        BANDWIDTH
    }

    /// Which way the data goes.
    public enum Access {
        READ,
        WRITE
    }

    /// All that the firmware tells, latencies first.
    public static List<Interconnect> readAll(NodeFolders folders) throws IOException {
        var all = new ArrayList<Interconnect>();
        for (int target : KernelFile.numbered(folders.system().resolve("node"), "node")) {
            // 0 would also count devices as initiators; 1 is processors alone
            Path folder = folders.node(target).resolve("access1/initiators");
            for (int initiator : KernelFile.numbered(folder, "node")) {
                add(folder, initiator, target, all);
            }
        }
        all.sort(
                Comparator.comparing(Interconnect::kind)
                        .thenComparing(Interconnect::initiator)
                        .thenComparing(Interconnect::target)
                        .thenComparing(Interconnect::access));
        return List.copyOf(all);
    }

    private static void add(Path folder, int initiator, int target, List<Interconnect> all)
            throws IOException {
        for (Access access : Access.values()) {
            String name = access == Access.READ ? "read_" : "write_";
            OptionalLong latency = KernelFile.number(folder.resolve(name + "latency"));
            OptionalLong bandwidth = KernelFile.number(folder.resolve(name + "bandwidth"));
            if (latency.orElse(0) > 0) {
                all.add(
                        new Interconnect(
                                Kind.LATENCY, initiator, target, access, latency.getAsLong()));
            }
            if (bandwidth.orElse(0) > 0) {
                // The kernel counts in MiB.
                all.add(
                        new Interconnect(
                                Kind.BANDWIDTH,
                                initiator,
                                target,
                                access,
                                bandwidth.getAsLong() * 1024));
            }
        }
    }
}
