package dev.jvirt.host.node;

import java.io.IOException;
import java.util.Optional;

/// What processors did since the host started, in nanoseconds.
///
/// @param kernel time in the kernel and its interrupts
/// @param user time in programs
/// @param idle time without anything to do
/// @param ioWait time without anything to do but to wait for devices
public record CpuTimes(long kernel, long user, long idle, long ioWait) {
    /// What every Linux tells user space, whatever the kernel itself counts in.
    private static final long NANOSECONDS_PER_TICK = 10_000_000;

    /// Of all processors together.
    public static CpuTimes read(NodeFolders folders) throws IOException {
        return read(folders, "cpu")
                .orElseThrow(() -> new IOException("the kernel tells no times of its CPUs"));
    }

    /// Of one processor; empty if it does not exist or is not in use.
    public static Optional<CpuTimes> read(NodeFolders folders, int cpu) throws IOException {
        return read(folders, "cpu" + cpu);
    }

    private static Optional<CpuTimes> read(NodeFolders folders, String name) throws IOException {
        String text = KernelFile.text(folders.proc().resolve("stat")).orElse("");
        for (String line : text.lines().toList()) {
            String[] words = line.split(" +");
            if (words[0].equals(name)) {
                return Optional.of(parse(line, words));
            }
        }
        return Optional.empty();
    }

    private static CpuTimes parse(String line, String[] words) throws IOException {
        try {
            long[] ticks = new long[7];
            for (int i = 0; i < ticks.length && i + 1 < words.length; i++) {
                ticks[i] = Long.parseUnsignedLong(words[i + 1]) * NANOSECONDS_PER_TICK;
            }
            // user nice system idle iowait irq softirq
            return new CpuTimes(
                    ticks[2] + ticks[5] + ticks[6], ticks[0] + ticks[1], ticks[3], ticks[4]);
        } catch (NumberFormatException malformed) {
            throw new IOException("unexpected times of CPUs: '%s'".formatted(line), malformed);
        }
    }
}
