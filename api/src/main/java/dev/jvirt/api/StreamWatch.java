package dev.jvirt.api;

import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.stream.StreamEvent;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A handler that is called when something happens on a [Stream].
///
/// Guarded by [#lock], which is not held while a handler runs.
public final class StreamWatch implements AutoCloseable {
    private final StreamChannel channel;
    private final Consumer<Flags<StreamEvent>> handler;
    private final ReentrantLock lock = new ReentrantLock();
    private Flags<StreamEvent> events;
    private boolean open = true;

    StreamWatch(
            StreamChannel channel,
            Flags<StreamEvent> events,
            Consumer<Flags<StreamEvent>> handler) {
        this.channel = channel;
        this.events = events;
        this.handler = handler;
    }

    void start() {
        // A platform thread: it may be the one that waits for the connection's socket.
        Thread.ofPlatform().daemon().name("jvirt-stream-events").start(this::run);
    }

    boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for other events from now on (`virStreamEventUpdateCallback`); none: for nothing.
    ///
    /// @throws LibvirtException INTERNAL_ERROR if the watch is closed
    /// @since 0.7.2
    public void update(Flags<StreamEvent> wanted) {
        lock.lock();
        try {
            if (!open) {
                throw new LibvirtException(
                        ErrorDomain.RPC, ErrorCode.INTERNAL_ERROR, "no stream callback registered");
            }
            events = wanted;
        } finally {
            lock.unlock();
        }
        channel.wakeup();
    }

    /// Ends the calls (`virStreamEventRemoveCallback`), except that one that runs just now goes on.
    /// A handler may close its own watch. Closing it again, or after the end of its stream, does
    /// nothing.
    ///
    /// @since 0.7.2
    @Override
    public void close() {
        lock.lock();
        try {
            if (!open) {
                return;
            }
            open = false;
        } finally {
            lock.unlock();
        }
        channel.wakeup();
    }

    private void run() {
        try {
            while (isOpen()) {
                Flags<StreamEvent> come = channel.await(wanted());
                var told = new Flags<StreamEvent>(come.bits() & wanted().bits());
                if (told.bits() != 0) {
                    handler.accept(told);
                }
            }
        } catch (RuntimeException e) {
            // It would fail again at once, as what it was called for is still there.
            close();
            System.getLogger("dev.jvirt.api")
                    .log(System.Logger.Level.WARNING, "the handler of a stream failed", e);
        }
    }

    private Flags<StreamEvent> wanted() {
        lock.lock();
        try {
            return open ? events : Flags.none();
        } finally {
            lock.unlock();
        }
    }
}
