package dev.jvirt.host.process;

import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CompletableFuture;

/// A process that we started. It is waited for without a thread, and it stays when this process
/// ends.
public final class ChildProcess implements RunningProcess {
    private static final int P_PIDFD = 3;
    private static final int WEXITED = 4;
    private static final int SIGINFO_SIZE = 128;
    private static final int CLD_EXITED = 1;

    private final int pid;
    private final ProcessDescriptor descriptor;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();

    private ChildProcess(int pid, ProcessDescriptor descriptor) {
        this.pid = pid;
        this.descriptor = descriptor;
    }

    /// Takes charge of a child that nobody else waits for.
    static ChildProcess watch(int pid) throws IOException {
        var descriptor = ProcessDescriptor.open(pid);
        var child = new ChildProcess(pid, descriptor);
        try {
            var unused = descriptor.whenEnded().thenAccept(ended -> child.reap());
            return child;
        } catch (IOException | RuntimeException unwatched) {
            descriptor.signal(ProcessDescriptor.SIGKILL);
            child.reap();
            throw unwatched;
        }
    }

    /// Collects the status; waits only for a child that was killed just now.
    private void reap() {
        try (descriptor;
                var arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(SIGINFO_SIZE, 8);
            SystemCall.WAITID.call(
                    P_PIDFD, descriptor.descriptor().number(), info.address(), WEXITED, 0);
            int status = info.get(ValueLayout.JAVA_INT, 24);
            boolean exited = info.get(ValueLayout.JAVA_INT, 8) == CLD_EXITED;
            complete(exited ? new ExitStatus.Exited(status) : new ExitStatus.Killed(status));
        } catch (IOException stolen) {
            Thread.startVirtualThread(() -> exit.completeExceptionally(stolen));
        }
    }

    /// Whoever waits goes on in a thread of its own: this one serves everybody.
    private void complete(ExitStatus status) {
        Thread.startVirtualThread(() -> exit.complete(status));
    }

    @Override
    public int pid() {
        return pid;
    }

    /// Completes with how it ended, once nothing is left of it.
    public CompletableFuture<ExitStatus> exit() {
        return exit.copy();
    }

    @Override
    public CompletableFuture<Void> end() {
        return exit.thenAccept(status -> {});
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

    @Override
    public String toString() {
        return "process " + pid;
    }
}
