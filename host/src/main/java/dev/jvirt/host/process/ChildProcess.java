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
    private static final int P_PID = 1;
    private static final int P_PIDFD = 3;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int SIGINFO_SIZE = 128;
    private static final int INFO_CODE = 8;
    private static final int INFO_PID = 16;
    private static final int INFO_STATUS = 24;
    private static final int CLD_EXITED = 1;

    private final int pid;
    private final ProcessDescriptor descriptor;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();

    private ChildProcess(int pid, ProcessDescriptor descriptor) {
        this.pid = pid;
        this.descriptor = descriptor;
    }

    /// Takes charge of a child that nobody else waits for. One that cannot be watched is ended.
    static ChildProcess watch(int pid) throws IOException {
        try {
            return watch(pid, ProcessDescriptor.open(pid));
        } catch (IOException | RuntimeException unwatched) {
            long unused = SystemCall.KILL.tryCall(pid, ProcessDescriptor.SIGKILL);
            unused = SystemCall.WAITID.tryCall(P_PID, pid, 0, WEXITED, 0);
            throw unwatched;
        }
    }

    private static ChildProcess watch(int pid, ProcessDescriptor descriptor) throws IOException {
        var child = new ChildProcess(pid, descriptor);
        try {
            var unused = descriptor.whenEnded().thenAccept(ended -> child.reap());
            return child;
        } catch (IOException | RuntimeException unwatched) {
            descriptor.close();
            throw unwatched;
        }
    }

    private void reap() {
        if (!reap(WNOHANG)) {
            // A debugger comes first, and takes its time.
            Thread.ofPlatform().daemon().name("reap-" + pid).start(() -> reap(0));
        }
    }

    /// @return whether the child is gone for good
    private boolean reap(int option) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(SIGINFO_SIZE, 8);
            int number = descriptor.descriptor().number();
            SystemCall.WAITID.call(P_PIDFD, number, info.address(), WEXITED | option, 0);
            if (info.get(ValueLayout.JAVA_INT, INFO_PID) == 0) {
                return false;
            }
            int status = info.get(ValueLayout.JAVA_INT, INFO_STATUS);
            boolean exited = info.get(ValueLayout.JAVA_INT, INFO_CODE) == CLD_EXITED;
            descriptor.close();
            complete(exited ? new ExitStatus.Exited(status) : new ExitStatus.Killed(status));
        } catch (IOException stolen) {
            descriptor.close();
            Thread.startVirtualThread(() -> exit.completeExceptionally(stolen));
        }
        return true;
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
