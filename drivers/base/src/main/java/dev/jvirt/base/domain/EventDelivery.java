package dev.jvirt.base.domain;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.PromptHandler;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings the events of a driver to one connection: handlers are called one after the other on a
/// thread of their own, so that they may call libvirt and take their time. Only a [PromptHandler]
/// is called by whoever emits.
///
/// The thread lives while something is to be delivered. Guarded by [#lock], which nobody holds
/// while a handler runs.
public final class EventDelivery implements AutoCloseable {
    private final DomainEvents events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<Subscription> sources = ConcurrentHashMap.newKeySet();
    private boolean delivering;
    private boolean closed;

    /// Delivers what is emitted there.
    public EventDelivery(DomainEvents events) {
        this.events = events;
    }

    /// Delivers events of one kind, of one domain or of all, until the subscription is closed.
    public Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        return subscribe(way -> events.subscribe(kind, domain, way), handler);
    }

    /// Delivers what a source of events of any kind tells, in order with everything else of this
    /// connection, until the subscription is closed.
    ///
    /// @param begin subscribes to the source
    public <E> Subscription subscribe(
            Function<Consumer<E>, Subscription> begin, Consumer<E> handler) {
        var receiver = new Receiver<E>(handler);
        Subscription source = begin.apply(way(handler, receiver));
        sources.add(source);
        return () -> {
            receiver.ended = true;
            sources.remove(source);
            source.close();
        };
    }

    private <E> Consumer<E> way(Consumer<E> handler, Receiver<E> receiver) {
        return handler instanceof PromptHandler
                ? event -> run(() -> receiver.accept(event))
                : event -> add(() -> receiver.accept(event));
    }

    /// A handler, until its subscription is closed.
    private static final class Receiver<E> {
        private final Consumer<E> handler;
        private volatile boolean ended;

        Receiver(Consumer<E> handler) {
            this.handler = handler;
        }

        void accept(E event) {
            if (!ended) {
                handler.accept(event);
            }
        }
    }

    private void add(Runnable delivery) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            waiting.add(delivery);
            if (!delivering) {
                delivering = true;
                Thread.ofVirtual().name("domain-events").start(this::deliver);
            }
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        for (Runnable next = next(); next != null; next = next()) {
            run(next);
        }
    }

    private static void run(Runnable delivery) {
        try {
            delivery.run();
        } catch (RuntimeException failure) {
            // A handler that fails must not keep the others from their events.
            System.getLogger("dev.jvirt.base.domain")
                    .log(System.Logger.Level.WARNING, "a handler of events failed", failure);
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable next = waiting.poll();
            delivering = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /// Delivers nothing more; a handler that runs goes on.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        sources.forEach(Subscription::close);
        sources.clear();
    }
}
