package dev.jvirt.host.io;

import dev.jvirt.host.kernel.Errno;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Waits until descriptors can be read or written: one platform thread for each direction serves
/// any number of waiting threads, virtual or not.
///
/// A descriptor has at most one waiter in each direction. It must be forgotten before it is closed.
public final class Readiness {
    /// Waits until something can be read, or the other end is gone; for a process descriptor: until
    /// the process ended.
    public static final Readiness READABLE = new Readiness("readable", 0x001);

    /// Waits until something can be written.
    public static final Readiness WRITABLE = new Readiness("writable", 0x004);

    private static final int EPOLL_CTL_ADD = 1;
    private static final int EPOLL_CTL_DEL = 2;
    private static final int EPOLLONESHOT = 1 << 30;
    private static final int EPOLL_CLOEXEC = 02000000;
    private static final long EVENT_SIZE = SystemCall.onArm() ? 16 : 12;
    private static final long DATA_OFFSET = SystemCall.onArm() ? 8 : 4;
    private static final int BATCH = 64;

    private final String name;
    private final int events;
    private final Map<Long, Waiter> waiters = new ConcurrentHashMap<>();
    private final Map<Integer, Waiter> byDescriptor = new ConcurrentHashMap<>();
    private final AtomicLong lastTicket = new AtomicLong();
    private final Epoll epoll = new Epoll();

    private Readiness(String name, int events) {
        this.name = name;
        this.events = events;
    }

    /// One who waits.
    private record Waiter(long ticket, int descriptor, CompletableFuture<Boolean> ready) {}

    /// The epoll descriptor, made when somebody first waits. Guarded by itself.
    private final class Epoll {
        private int number = -1;

        synchronized int number() throws IOException {
            if (number < 0) {
                number = (int) SystemCall.EPOLL_CREATE1.call(EPOLL_CLOEXEC);
                Thread.ofPlatform().daemon().name("readiness-" + name).start(Readiness.this::run);
            }
            return number;
        }

        synchronized int opened() {
            return number;
        }
    }

    /// Completes with true once `descriptor` is ready, with false if it was forgotten meanwhile.
    public CompletableFuture<Boolean> whenReady(Descriptor descriptor) throws IOException {
        var waiter =
                new Waiter(
                        lastTicket.incrementAndGet(),
                        descriptor.number(),
                        new CompletableFuture<>());
        int poll = epoll.number();
        if (byDescriptor.putIfAbsent(waiter.descriptor(), waiter) != null) {
            throw new IllegalStateException("somebody waits already for descriptor " + descriptor);
        }
        waiters.put(waiter.ticket(), waiter);
        try {
            control(poll, EPOLL_CTL_ADD, waiter.descriptor(), waiter.ticket());
        } catch (IOException refused) {
            waiters.remove(waiter.ticket());
            byDescriptor.remove(waiter.descriptor(), waiter);
            throw refused;
        }
        if (!waiters.containsKey(waiter.ticket())) {
            remove(poll, waiter); // forgotten before it was there to be removed
        }
        return waiter.ready();
    }

    /// Waits until `descriptor` is ready.
    ///
    /// @return false if the time ran out, or the descriptor was forgotten
    public boolean await(Descriptor descriptor, Duration timeout) throws IOException {
        CompletableFuture<Boolean> ready = whenReady(descriptor);
        try {
            return ready.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            forget(descriptor);
            return false;
        } catch (InterruptedException interrupted) {
            forget(descriptor);
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Sends away who waits for `descriptor`.
    public void forget(Descriptor descriptor) {
        Waiter waiter = byDescriptor.get(descriptor.number());
        if (waiter != null && end(waiter)) {
            waiter.ready().complete(false);
        }
    }

    /// Whether somebody waits for `descriptor` just now.
    boolean hasWaiter(Descriptor descriptor) {
        Waiter waiter = byDescriptor.get(descriptor.number());
        return waiter != null && waiters.containsKey(waiter.ticket());
    }

    /// Whether it was still waiting. The descriptor is taken out before anybody can wait for it
    /// again.
    private boolean end(Waiter waiter) {
        if (waiters.remove(waiter.ticket()) == null) {
            return false;
        }
        remove(epoll.opened(), waiter);
        byDescriptor.remove(waiter.descriptor(), waiter);
        return true;
    }

    /// A closed descriptor has left by itself.
    private static void remove(int poll, Waiter waiter) {
        long unused = SystemCall.EPOLL_CTL.tryCall(poll, EPOLL_CTL_DEL, waiter.descriptor(), 0);
        assert unused <= 0;
    }

    private void control(int poll, int operation, int descriptor, long ticket) throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment event = arena.allocate(16, 8);
            event.set(ValueLayout.JAVA_INT, 0, events | EPOLLONESHOT);
            event.set(ValueLayout.JAVA_LONG_UNALIGNED, DATA_OFFSET, ticket);
            SystemCall.EPOLL_CTL.call(poll, operation, descriptor, event.address());
        }
    }

    private void run() {
        try (var arena = Arena.ofConfined()) {
            MemorySegment ready = arena.allocate(EVENT_SIZE * BATCH, 8);
            int poll = epoll.number();
            while (true) {
                long count = SystemCall.EPOLL_PWAIT.tryCall(poll, ready.address(), BATCH, -1, 0, 8);
                if (count < 0 && -count != Errno.EINTR) {
                    throw new IllegalStateException("epoll_wait: errno " + -count);
                }
                for (long i = 0; i < count; i++) {
                    wake(ready.get(ValueLayout.JAVA_LONG_UNALIGNED, i * EVENT_SIZE + DATA_OFFSET));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void wake(long ticket) {
        Waiter waiter = waiters.get(ticket);
        if (waiter != null && end(waiter)) {
            waiter.ready().complete(true);
        }
    }
}
