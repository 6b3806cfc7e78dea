package dev.jvirt.host.process;

import java.util.concurrent.CompletableFuture;

/// A process that we hold by a descriptor, whoever started it.
public sealed interface RunningProcess permits ChildProcess, ForeignProcess {
    /// Its number.
    int pid();

    /// Whether it has not ended yet.
    boolean isAlive();

    /// Asks it to end (SIGTERM). Nothing happens if it has ended.
    void terminate();

    /// Ends it (SIGKILL). Nothing happens if it has ended.
    void kill();

    /// Completes when it has ended.
    CompletableFuture<Void> end();
}
