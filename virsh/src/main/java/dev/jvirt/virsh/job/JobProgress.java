package dev.jvirt.virsh.job;

import dev.jvirt.virsh.shell.Output;

/// The line that shows how far a job is.
final class JobProgress {
    private static final double WHOLE = 100.0;
    private static final int ALMOST = 99;

    private JobProgress() {}

    /// Shows it in place of what was shown before; nothing as long as nobody knows how much there
    /// is to do.
    ///
    /// @param remaining of `total`, both unsigned
    static void print(Output output, String label, long remaining, long total) {
        if (total == 0) {
            return;
        }
        int percent =
                remaining == 0
                        ? (int) WHOLE
                        : Math.min(ALMOST, (int) (WHOLE - remaining * WHOLE / total));
        output.progress("\r%s: [%3d %%]".formatted(label, percent));
    }
}
