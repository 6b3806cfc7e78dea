package dev.jvirt.base.domain;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Who wants to know what happens to domains.
///
/// Handlers are called by whoever emits and must not wait, so every subscriber sees all events in
/// the same order ([#order] is held meanwhile). A handler may end its own or another subscription.
public final class DomainEvents {
    private final ReentrantLock order = new ReentrantLock();
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    private static final class Subscriber {
        private final DomainEventId kind;
        private final Optional<UUID> domain;
        private final Consumer<DomainEvent> handler;
        private volatile boolean ended;

        Subscriber(DomainEventId kind, Optional<UUID> domain, Consumer<DomainEvent> handler) {
            this.kind = kind;
            this.domain = domain;
            this.handler = handler;
        }

        boolean wants(DomainEvent event) {
            return !ended
                    && kind.type() == event.getClass()
                    && (domain.isEmpty() || domain.get().equals(event.domain().uuid()));
        }
    }

    /// Delivers events of one kind, of one domain or of all, until the subscription is closed.
    public Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        var subscriber = new Subscriber(kind, domain.map(DomainId::uuid), handler);
        subscribers.add(subscriber);
        return () -> {
            subscriber.ended = true;
            subscribers.remove(subscriber);
        };
    }

    /// Tells everybody who wants to know.
    public void emit(DomainEvent event) {
        order.lock();
        try {
            for (Subscriber subscriber : subscribers) {
                if (subscriber.wants(event)) {
                    subscriber.handler.accept(event);
                }
            }
        } finally {
            order.unlock();
        }
    }
}
