package dev.jvirt.remote.event;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.bridge.event.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who of this process wants to hear of one sort of events.
///
/// The daemon knows one registration for each kind of event and object; what arrives is fanned out
/// here. Guarded by [#lock], which is held while the daemon is asked, so that an event that
/// overtakes the reply finds its registration. Handlers are called without it.
public final class Subscriptions<K, I, E> implements EventSink<E> {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Registration> registrations = new ArrayList<>();
    private final EventSort<K, I, E> sort;
    private final BooleanSupplier connected;

    /// @param connected whether the daemon can still be asked
    Subscriptions(EventSort<K, I, E> sort, BooleanSupplier connected) {
        this.sort = sort;
        this.connected = connected;
    }

    /// Delivers events of one kind, of one object or of all, until the subscription is closed.
    public Subscription subscribe(K kind, Optional<I> object, Consumer<E> handler) {
        // A daemon that cannot filter sends the events of all objects.
        Optional<I> wired = sort.filters() ? object : Optional.empty();
        var subscriber = new Subscriber(object.map(sort::key), handler);
        lock.lock();
        try {
            Registration registration = find(kind, wired.map(sort::key));
            Registration joined = registration == null ? register(kind, wired) : registration;
            joined.subscribers.add(subscriber);
            return () -> unsubscribe(joined, subscriber);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Registration find(K kind, Optional<Object> object) {
        for (Registration registration : registrations) {
            if (registration.kind.equals(kind) && registration.object.equals(object)) {
                return registration;
            }
        }
        return null;
    }

    private Registration register(K kind, Optional<I> object) {
        int callbackId = sort.register(kind, object);
        var registration = new Registration(kind, object.map(sort::key), callbackId);
        registrations.add(registration);
        return registration;
    }

    private void unsubscribe(Registration registration, Subscriber subscriber) {
        subscriber.ended = true;
        lock.lock();
        try {
            boolean last =
                    registration.subscribers.remove(subscriber)
                            && registration.subscribers.isEmpty();
            if (last && registrations.remove(registration)) {
                deregister(registration);
            }
        } finally {
            lock.unlock();
        }
    }

    private void deregister(Registration registration) {
        if (!connected.getAsBoolean()) {
            return;
        }
        try {
            sort.deregister(registration.kind, registration.callbackId);
        } catch (LibvirtException e) {
            if (connected.getAsBoolean()) {
                throw e;
            }
        }
    }

    @Override
    public void happened(int callbackId, E event) {
        for (Subscriber subscriber : subscribers(callbackId, event)) {
            subscriber.tell(event);
        }
    }

    private List<Subscriber> subscribers(int callbackId, E event) {
        lock.lock();
        try {
            for (Registration registration : registrations) {
                if (registration.callbackId == callbackId && sort.isOf(registration.kind, event)) {
                    return List.copyOf(registration.subscribers);
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /// The connection has ended: nobody is called any more.
    void end() {
        lock.lock();
        try {
            for (Registration registration : registrations) {
                registration.subscribers.forEach(subscriber -> subscriber.ended = true);
            }
            registrations.clear();
        } finally {
            lock.unlock();
        }
    }

    /// What the daemon knows: one kind of event, of one object or of all.
    private final class Registration {
        private final K kind;
        private final Optional<Object> object;
        private final int callbackId;
        private final List<Subscriber> subscribers = new ArrayList<>();

        Registration(K kind, Optional<Object> object, int callbackId) {
            this.kind = kind;
            this.object = object;
            this.callbackId = callbackId;
        }
    }

    private final class Subscriber {
        private final Optional<Object> object;
        private final Consumer<E> handler;
        private volatile boolean ended;

        Subscriber(Optional<Object> object, Consumer<E> handler) {
            this.object = object;
            this.handler = handler;
        }

        void tell(E event) {
            boolean wanted = object.isEmpty() || object.get().equals(sort.key(sort.object(event)));
            if (wanted && !ended) {
                Delivery.tell(handler, event);
            }
        }
    }
}
