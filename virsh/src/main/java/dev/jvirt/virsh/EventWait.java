package dev.jvirt.virsh;

import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.virsh.shell.Output;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A wait for events, which are printed as they come. Guarded by [#lock]: events come on another
/// thread than the one that waits.
public final class EventWait {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Output output;
    private final boolean loop;
    private final boolean timestamps;
    private int count;
    private boolean finished;
    private boolean interrupted;

    /// @param loop whether to go on after the first event
    public EventWait(Output output, boolean loop, boolean timestamps) {
        this.output = output;
        this.loop = loop;
        this.timestamps = timestamps;
    }

    /// How many events were printed.
    public int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /// Prints an event.
    public void print(DomainEvent event) {
        print(EventTexts.of(event));
    }

    /// Prints what happened.
    public void print(String event) {
        lock.lock();
        try {
            if (finished || interrupted || !loop && count > 0) {
                return;
            }
            String time = timestamps ? TIME.format(Instant.now()) + ": " : "";
            output.line(time + event);
            output.flush();
            count++;
            if (!loop) {
                finished = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends the wait.
    public void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the wait because the user wants so.
    public void interrupt() {
        lock.lock();
        try {
            interrupted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the end.
    ///
    /// @param timeout in milliseconds, 0 for none
    /// @return what is to be said about the end; empty after an event
    public String await(int timeout) {
        long left = timeout == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeout);
        lock.lock();
        try {
            while (!finished && !interrupted && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean timedOut = !finished && !interrupted;
            finished = true;
            if (timedOut) {
                return "event loop timed out\n";
            }
            return interrupted ? "event loop interrupted\n" : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "event loop interrupted\n";
        } finally {
            lock.unlock();
        }
    }
}
