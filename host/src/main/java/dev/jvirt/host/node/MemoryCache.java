package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A cache between processors and the memory of a cell.
///
/// @param level 1 is nearest to the memory
/// @param size its bytes
/// @param line bytes of one line
public record MemoryCache(
        int level, Associativity associativity, Policy policy, long size, int line) {

    /// Where a line may be kept.
    public enum Associativity {
        DIRECT,
        FULL,
        NONE
    }

    /// When what was written reaches the memory.
    public enum Policy {
        WRITEBACK,
        WRITETHROUGH,
        NONE
    }

    static List<MemoryCache> ofCell(NodeFolders folders, int cell) throws IOException {
        Path folder = folders.node(cell).resolve("memory_side_cache");
        var caches = new ArrayList<MemoryCache>();
        for (int level : KernelFile.numbered(folder, "index")) {
            Path cache = folder.resolve("index" + level);
            caches.add(
                    new MemoryCache(
                            level,
                            choice(Associativity.values(), cache.resolve("indexing")),
                            choice(Policy.values(), cache.resolve("write_policy")),
                            KernelFile.number(cache.resolve("size")).orElse(0),
                            (int) KernelFile.number(cache.resolve("line_size")).orElse(0)));
        }
        return caches;
    }

    /// The last choice stands for whatever else the kernel tells.
    private static <T> T choice(T[] choices, Path file) throws IOException {
        long number = KernelFile.number(file).orElse(choices.length - 1L);
        return choices[Math.clamp(number, 0, choices.length - 1)];
    }
}
