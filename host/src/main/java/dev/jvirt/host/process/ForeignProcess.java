package dev.jvirt.host.process;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.kernel.Errno;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// A process that somebody else started. It goes on when this is closed.
public final class ForeignProcess implements RunningProcess, AutoCloseable {
    private final int pid;
    private final long startTime;
    private final ProcessDescriptor descriptor;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private ForeignProcess(int pid, long startTime, ProcessDescriptor descriptor) {
        this.pid = pid;
        this.startTime = startTime;
        this.descriptor = descriptor;
    }

    /// Takes hold of the process that has this number now.
    ///
    /// @throws IOException if there is none
    public static ForeignProcess open(int pid) throws IOException {
        var descriptor = ProcessDescriptor.open(pid);
        try {
            long startTime = ProcessStat.read(pid).startTime();
            if (!descriptor.isAlive()) {
                // Whose start time that is nobody knows.
                throw new SystemException(Errno.ESRCH, "pidfd_open");
            }
            var process = new ForeignProcess(pid, startTime, descriptor);
            var unused = descriptor.whenEnded().thenAccept(process::ended);
            return process;
        } catch (IOException | RuntimeException failure) {
            descriptor.close();
            throw failure;
        }
    }

    private void ended(boolean really) {
        descriptor.close();
        // Whoever waits goes on in a thread of its own: this one serves everybody.
        Thread.startVirtualThread(() -> complete(really));
    }

    private void complete(boolean really) {
        if (really) {
            end.complete(null);
        } else {
            end.cancel(false);
        }
    }

    @Override
    public int pid() {
        return pid;
    }

    /// When it started, in clock ticks since the host did: with the number it names a process for
    /// good.
    public long startTime() {
        return startTime;
    }

    /// Completes when it has ended; fails with a [java.util.concurrent.CancellationException] if
    /// this is closed first.
    @Override
    public CompletableFuture<Void> end() {
        return end.copy();
    }

    @Override
    public boolean isAlive() {
        return descriptor.isAlive();
    }

    @Override
    public void terminate() {
        descriptor.signal(ProcessDescriptor.SIGTERM);
    }

    @Override
    public void kill() {
        descriptor.signal(ProcessDescriptor.SIGKILL);
    }

    /// Looks after it no longer.
    @Override
    public void close() {
        descriptor.close();
    }

    @Override
    public String toString() {
        return "process " + pid;
    }
}
