package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What of caches and of the memory's bandwidth the processors can set aside or count (`resctrl`).
///
/// @param caches which caches can be divided
/// @param bandwidth how the memory's bandwidth can be divided
/// @param cacheMonitor how the use of caches can be counted
/// @param bandwidthMonitor how the use of the memory's bandwidth can be counted
public record ResourceControl(
        List<CacheControl> caches,
        Optional<BandwidthControl> bandwidth,
        Optional<Monitor> cacheMonitor,
        Optional<Monitor> bandwidthMonitor) {
    private static final int MONITORED_LEVEL = 3;

    public ResourceControl {
        caches = List.copyOf(caches);
    }

    /// The caches of one level can be divided into parts of equal size.
    ///
    /// @param parts into how many
    /// @param smallest how many of them must be taken at least
    /// @param groups how many groups of processes there can be
    public record CacheControl(int level, CacheKind kind, int parts, int smallest, int groups) {
        /// The bytes of the parts of `bank`.
        public long granularity(CacheBank bank) {
            return bank.size() / parts;
        }
    }

    /// The bandwidth can be limited in steps.
    ///
    /// @param step percent
    /// @param smallest percent
    /// @param groups how many groups of processes there can be
    public record BandwidthControl(int step, int smallest, int groups) {}

    /// Something can be counted.
    ///
    /// @param level of the caches through which the data goes
    /// @param reuseThreshold bytes in the cache below which a counter can be used again; empty if
    ///     it is not about caches
    /// @param counters how many groups of processes can be counted
    public record Monitor(
            int level, OptionalLong reuseThreshold, int counters, List<String> features) {
        public Monitor {
            features = List.copyOf(features);
        }

        private Optional<Monitor> about(String prefix) {
            List<String> some =
                    features.stream().filter(feature -> feature.startsWith(prefix)).toList();
            return some.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Monitor(level, reuseThreshold, counters, some));
        }

        private Monitor withoutThreshold() {
            return new Monitor(level, OptionalLong.empty(), counters, features);
        }
    }

    /// What the kernel offers; nothing where it has no such folder.
    public static ResourceControl read(NodeFolders folders) throws IOException {
        Path info = folders.resctrl().resolve("info");
        var caches = new ArrayList<CacheControl>();
        for (int level = 1; level <= MONITORED_LEVEL; level++) {
            for (CacheKind kind : CacheKind.values()) {
                cache(info, level, kind).ifPresent(caches::add);
            }
        }
        Optional<Monitor> monitor = monitor(info.resolve("L" + MONITORED_LEVEL + "_MON"));
        return new ResourceControl(
                caches,
                bandwidth(info.resolve("MB")),
                monitor.flatMap(all -> all.about("llc_")),
                monitor.flatMap(all -> all.about("mbm_")).map(Monitor::withoutThreshold));
    }

    private static Optional<CacheControl> cache(Path info, int level, CacheKind kind)
            throws IOException {
        Path folder = info.resolve("L" + level + (kind == CacheKind.BOTH ? "" : kind.name()));
        OptionalLong mask = KernelFile.mask(folder.resolve("cbm_mask"));
        if (mask.isEmpty() || mask.getAsLong() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new CacheControl(
                        level,
                        kind,
                        Long.bitCount(mask.getAsLong()),
                        number(folder, "min_cbm_bits"),
                        number(folder, "num_closids")));
    }

    private static Optional<BandwidthControl> bandwidth(Path folder) throws IOException {
        return KernelFile.number(folder.resolve("bandwidth_gran")).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new BandwidthControl(
                                number(folder, "bandwidth_gran"),
                                number(folder, "min_bandwidth"),
                                number(folder, "num_closids")));
    }

    private static Optional<Monitor> monitor(Path folder) throws IOException {
        Optional<String> features = KernelFile.text(folder.resolve("mon_features"));
        if (features.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Monitor(
                        MONITORED_LEVEL,
                        KernelFile.number(folder.resolve("max_threshold_occupancy")),
                        number(folder, "num_rmids"),
                        features.get().lines().toList()));
    }

    private static int number(Path folder, String name) throws IOException {
        return (int) KernelFile.number(folder.resolve(name)).orElse(0);
    }
}
