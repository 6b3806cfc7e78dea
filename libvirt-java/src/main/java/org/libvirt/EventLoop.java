package org.libvirt;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What listeners are to be told, until the program's own thread comes to tell them: libvirt calls
/// listeners from its event loop and nowhere else. Guarded by [#lock].
final class EventLoop {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Runnable> open = new ArrayDeque<>();
    private boolean initialised;
    private long stops;

    void initialise() {
        locked(() -> initialised = true);
    }

    boolean isInitialised() {
        lock.lock();
        try {
            return initialised;
        } finally {
            lock.unlock();
        }
    }

    /// Leaves something to tell.
    void deliver(Runnable news) {
        locked(() -> open.add(news));
    }

    /// Ends everybody's waiting.
    void stop() {
        locked(() -> stops++);
    }

    /// Tells one piece of news, waiting for it whatever interrupts; nothing if the loop is stopped
    /// before there is one.
    void runOnce() {
        awaitUninterruptibly(stops()).ifPresent(EventLoop::tell);
    }

    /// Tells news until the loop is stopped.
    void run() throws InterruptedException {
        long before = stops();
        Optional<Runnable> news = await(before);
        while (news.isPresent()) {
            tell(news.get());
            news = await(before);
        }
    }

    private long stops() {
        lock.lock();
        try {
            return stops;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Runnable> awaitUninterruptibly(long before) {
        lock.lock();
        try {
            while (isQuiet(before)) {
                changed.awaitUninterruptibly();
            }
            return next(before);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Runnable> await(long before) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (isQuiet(before)) {
                changed.await();
            }
            return next(before);
        } finally {
            lock.unlock();
        }
    }

    private boolean isQuiet(long before) {
        return open.isEmpty() && stops == before;
    }

    /// The next news; empty once the loop is stopped.
    private Optional<Runnable> next(long before) {
        return stops == before ? Optional.ofNullable(open.poll()) : Optional.empty();
    }

    /// A listener that throws costs nobody else an event.
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | java.lang.Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
