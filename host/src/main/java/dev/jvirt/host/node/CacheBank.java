package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A cache that several processors share.
///
/// @param id its number among those of its level
/// @param level 3 or higher: smaller ones are of no interest outside
/// @param size its bytes
/// @param cpus the processors that share it
public record CacheBank(int id, int level, CacheKind kind, long size, CpuSet cpus) {
    private static final int LOWEST_LEVEL = 3;

    /// The caches of a host.
    public static List<CacheBank> readAll(NodeFolders folders) throws IOException {
        var banks = new ArrayList<CacheBank>();
        for (int cpu : NodeCpu.online(folders).stream().toArray()) {
            Path caches = folders.cpu(cpu).resolve("cache");
            for (int index : KernelFile.numbered(caches, "index")) {
                read(caches.resolve("index" + index))
                        .filter(bank -> banks.stream().noneMatch(bank::isSame))
                        .ifPresent(banks::add);
            }
        }
        banks.sort(
                Comparator.comparing(CacheBank::level)
                        .thenComparing(CacheBank::kind)
                        .thenComparing(CacheBank::id));
        return List.copyOf(banks);
    }

    private boolean isSame(CacheBank other) {
        return id == other.id && level == other.level && kind == other.kind;
    }

    private static Optional<CacheBank> read(Path folder) throws IOException {
        int level = (int) KernelFile.number(folder.resolve("level")).orElse(0);
        if (level < LOWEST_LEVEL) {
            return Optional.empty();
        }
        var id = KernelFile.number(folder.resolve("id"));
        var kind = KernelFile.text(folder.resolve("type"));
        var size = KernelFile.text(folder.resolve("size"));
        var cpus = KernelFile.cpus(folder.resolve("shared_cpu_list"));
        if (id.isEmpty() || kind.isEmpty() || size.isEmpty() || cpus.isEmpty()) {
            return Optional.empty(); // the firmware did not describe it
        }
        return Optional.of(
                new CacheBank(
                        (int) id.getAsLong(),
                        level,
                        CacheKind.of(kind.get()),
                        bytes(size.get()),
                        cpus.get()));
    }

    private static long bytes(String size) throws IOException {
        String unit = size.substring(size.length() - 1).toUpperCase(Locale.ROOT);
        try {
            return switch (unit) {
                case "K" -> number(size) << 10;
                case "M" -> number(size) << 20;
                case "G" -> number(size) << 30;
                default -> Long.parseLong(size);
            };
        } catch (NumberFormatException malformed) {
            throw new IOException("not a size of a cache: '%s'".formatted(size), malformed);
        }
    }

    private static long number(String size) {
        return Long.parseLong(size.substring(0, size.length() - 1));
    }
}
