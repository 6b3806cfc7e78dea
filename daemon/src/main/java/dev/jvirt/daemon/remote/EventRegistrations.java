package dev.jvirt.daemon.remote;

import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// The events of one sort that one client wants. Guarded by [#lock].
final class EventRegistrations {
    private final String sort;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Registration> registrations = new ArrayList<>();
    private int nextCallback;
    private boolean closed;

    private record Registration(int callback, int event, Subscription subscription) {}

    /// @param sort what the events are about, as errors call it
    EventRegistrations(String sort) {
        this.sort = sort;
    }

    /// Registers the client for a kind of event.
    ///
    /// @param subscribe to it, given the callback id
    /// @return the callback id
    int add(int event, IntFunction<Subscription> subscribe) {
        lock.lock();
        try {
            int callback = nextCallback++;
            Subscription subscription = subscribe.apply(callback);
            if (closed) {
                subscription.close();
            } else {
                registrations.add(new Registration(callback, event, subscription));
            }
            return callback;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the registration with that callback id.
    void remove(int callback) {
        if (!removeFirst(registration -> registration.callback() == callback)) {
            throw WireErrors.internal(
                    "%s event callback %d not registered".formatted(sort, callback));
        }
    }

    /// Ends the first registration for that kind of event, in whichever style it was made.
    void removeKind(int event) {
        if (!removeFirst(registration -> registration.event() == event)) {
            throw WireErrors.internal("%s event %d not registered".formatted(sort, event));
        }
    }

    private boolean removeFirst(Predicate<Registration> wanted) {
        lock.lock();
        try {
            for (int i = 0; i < registrations.size(); i++) {
                if (wanted.test(registrations.get(i))) {
                    registrations.remove(i).subscription().close();
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Ends all registrations.
    ///
    /// @param forGood whether none may follow
    void clear(boolean forGood) {
        lock.lock();
        try {
            closed |= forGood;
            for (Registration registration : registrations) {
                registration.subscription().close();
            }
            registrations.clear();
        } finally {
            lock.unlock();
        }
    }
}
