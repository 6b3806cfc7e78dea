package dev.jvirt.host.process;

/// What the kernel limits for a process (`RLIMIT_*`).
public enum Limit {
    /// Bytes of a core dump.
    CORE(4),
    /// How many processes and threads its user may have.
    PROCESSES(6),
    /// Open files.
    FILES(7),
    /// Bytes that may be kept from being swapped.
    LOCKED_MEMORY(8);

    /// No limit.
    public static final long UNLIMITED = -1;

    private final int number;

    Limit(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
