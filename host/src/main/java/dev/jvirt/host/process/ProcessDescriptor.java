package dev.jvirt.host.process;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.io.Descriptor;
import dev.jvirt.host.io.Readiness;
import dev.jvirt.host.kernel.Errno;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/// A process descriptor (`pidfd`). Guarded by [#lock], so that no signal is sent with a number that
/// was closed meanwhile.
final class ProcessDescriptor implements AutoCloseable {
    static final int SIGKILL = 9;
    static final int SIGTERM = 15;

    private static final short POLLIN = 1;

    private final Descriptor descriptor;
    private final ReentrantLock lock = new ReentrantLock();

    private ProcessDescriptor(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// @throws SystemException ESRCH if there is no such process
    static ProcessDescriptor open(int pid) throws IOException {
        return new ProcessDescriptor(Descriptor.of((int) SystemCall.PIDFD_OPEN.call(pid, 0)));
    }

    Descriptor descriptor() {
        return descriptor;
    }

    /// Completes with true when the process ended, with false if this is closed first.
    CompletableFuture<Boolean> whenEnded() throws IOException {
        return Readiness.READABLE.whenReady(descriptor);
    }

    boolean isAlive() {
        lock.lock();
        try (var arena = Arena.ofConfined()) {
            if (descriptor.isClosed()) {
                return false;
            }
            MemorySegment poll = arena.allocate(8, 4);
            poll.set(ValueLayout.JAVA_INT, 0, descriptor.number());
            poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
            MemorySegment noWait = arena.allocate(16, 8);
            return SystemCall.PPOLL.tryCall(poll.address(), 1, noWait.address(), 0, 0) == 0;
        } finally {
            lock.unlock();
        }
    }

    /// @throws IllegalStateException if this process may not end that one
    void signal(int signal) {
        lock.lock();
        try {
            if (descriptor.isClosed()) {
                return;
            }
            long result = SystemCall.PIDFD_SEND_SIGNAL.tryCall(descriptor.number(), signal, 0, 0);
            if (result < 0 && -result != Errno.ESRCH) {
                throw new IllegalStateException(
                        "cannot send signal %d: %s"
                                .formatted(signal, SystemException.text((int) -result)));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!descriptor.isClosed()) {
                Readiness.READABLE.forget(descriptor);
                descriptor.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
