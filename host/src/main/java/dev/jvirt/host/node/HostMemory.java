package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The memory of the host or of one cell, in bytes.
///
/// @param total all of it
/// @param free what nobody uses
/// @param buffers what the kernel holds for devices
/// @param cached what the kernel keeps of files
public record HostMemory(long total, long free, long buffers, long cached) {

    /// Of all cells together: what a host has for its guests. The kernel may know of more that
    /// belongs to no cell yet.
    public static HostMemory ofCells(NodeFolders folders) throws IOException {
        List<Integer> cells = KernelFile.numbered(folders.system().resolve("node"), "node");
        if (cells.isEmpty()) {
            return read(folders);
        }
        long total = 0;
        long free = 0;
        for (int cell : cells) {
            HostMemory memory = read(folders, cell);
            total += memory.total();
            free += memory.free();
        }
        return new HostMemory(total, free, 0, 0);
    }

    /// The whole host's, as the kernel counts it.
    public static HostMemory read(NodeFolders folders) throws IOException {
        Map<String, Long> lines = lines(folders.proc().resolve("meminfo"));
        return new HostMemory(
                lines.getOrDefault("MemTotal", 0L),
                lines.getOrDefault("MemFree", 0L),
                lines.getOrDefault("Buffers", 0L),
                lines.getOrDefault("Cached", 0L));
    }

    /// One cell's. The kernel does not tell what is cached for files of a cell alone: that and the
    /// buffers are 0.
    public static HostMemory read(NodeFolders folders, int cell) throws IOException {
        Map<String, Long> lines = lines(folders.node(cell).resolve("meminfo"));
        return new HostMemory(
                lines.getOrDefault("MemTotal", 0L), lines.getOrDefault("MemFree", 0L), 0, 0);
    }

    /// Lines such as `MemTotal: 16384 kB`, behind `Node 0 ` for a cell.
    private static Map<String, Long> lines(Path file) throws IOException {
        var lines = new HashMap<String, Long>();
        for (String line : KernelFile.text(file).orElse("").lines().toList()) {
            String[] words = line.strip().split("\\s+");
            int name = words[0].equals("Node") ? 2 : 0;
            if (words.length > name + 1 && words[name].endsWith(":")) {
                String key = words[name].substring(0, words[name].length() - 1);
                lines.put(key, number(words[name + 1]) * 1024);
            }
        }
        return lines;
    }

    private static long number(String word) throws IOException {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException malformed) {
            throw new IOException("not a number of kB: '%s'".formatted(word), malformed);
        }
    }
}
