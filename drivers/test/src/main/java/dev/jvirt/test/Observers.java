package dev.jvirt.test;

import dev.jvirt.api.event.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Who wants to know what happens to the objects of one kind in a world.
///
/// Handlers are called by whoever emits and must not wait, so everybody sees all events in the same
/// order ([#order] is held meanwhile).
final class Observers<E> {
    private final ReentrantLock order = new ReentrantLock();
    private final List<Observer<E>> observers = new CopyOnWriteArrayList<>();

    private record Observer<E>(Predicate<E> wants, Consumer<E> handler) {}

    /// Delivers the events that pass until the subscription is closed.
    Subscription subscribe(Predicate<E> wants, Consumer<E> handler) {
        var observer = new Observer<>(wants, handler);
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /// Tells everybody who wants to know.
    void emit(E event) {
        order.lock();
        try {
            for (Observer<E> observer : observers) {
                if (observer.wants().test(event)) {
                    observer.handler().accept(event);
                }
            }
        } finally {
            order.unlock();
        }
    }
}
