package dev.jvirt.host.node;

import java.nio.file.Path;

/// Where the kernel describes a host.
///
/// @param system `/sys/devices/system`
/// @param proc `/proc`
/// @param resctrl `/sys/fs/resctrl`, which is there if cache allocation is supported and mounted
public record NodeFolders(Path system, Path proc, Path resctrl) {

    /// Those of this host.
    public static NodeFolders ofHost() {
        return new NodeFolders(
                Path.of("/sys/devices/system"), Path.of("/proc"), Path.of("/sys/fs/resctrl"));
    }

    Path cpu(int cpu) {
        return system.resolve("cpu/cpu" + cpu);
    }

    Path node(int node) {
        return system.resolve("node/node" + node);
    }
}
