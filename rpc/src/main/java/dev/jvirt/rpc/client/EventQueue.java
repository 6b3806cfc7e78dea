package dev.jvirt.rpc.client;

import dev.jvirt.rpc.frame.Frame;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Delivers events in order, on a thread that starts with the first of them. Like libvirt's, the
/// queue takes what comes: only the application decides how much it subscribes to. Guarded by
/// [#lock].
final class EventQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private @Nullable Subscriber subscribers;
    private boolean started;
    private boolean ended;

    /// Who takes the events of one program.
    private record Subscriber(
            int program, int version, EventHandler handler, @Nullable Subscriber next) {}

    void register(int program, int version, EventHandler handler) {
        lock.lock();
        try {
            subscribers = new Subscriber(program, version, handler, subscribers);
        } finally {
            lock.unlock();
        }
    }

    /// Queues an event.
    ///
    /// @return false if nobody knows its program
    boolean offer(Frame frame) {
        EventHandler handler = handler(frame.header().program(), frame.header().version());
        if (handler == null) {
            return false;
        }
        Frame event = frame.detached();
        submit(() -> handler.handle(event.header().procedure(), event.payload()));
        return true;
    }

    private @Nullable EventHandler handler(int program, int version) {
        lock.lock();
        try {
            for (Subscriber one = subscribers; one != null; one = one.next()) {
                if (one.program() == program && one.version() == version) {
                    return one.handler();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /// Runs a task after all events that came before.
    void submit(Runnable task) {
        lock.lock();
        try {
            queue.add(task);
            filled.signal();
            if (!started) {
                started = true;
                Thread.ofPlatform().daemon().name("jvirt-events").start(this::deliver);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nothing follows: the thread ends once all is delivered.
    void end() {
        lock.lock();
        try {
            ended = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                System.getLogger("dev.jvirt.rpc.client")
                        .log(System.Logger.Level.WARNING, "an event handler failed", e);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !ended) {
                filled.awaitUninterruptibly();
            }
            return queue.poll();
        } finally {
            lock.unlock();
        }
    }
}
