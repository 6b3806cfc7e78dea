package dev.jvirt.test;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A part of a world that is made when somebody first asks for it. Guarded by [#lock].
final class Lazy<T> {
    private final Supplier<T> make;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    /// The part, made by the first who asks.
    T value() {
        T known = made;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            T value = made;
            if (value == null) {
                value = make.get();
                made = value;
            }
            return value;
        } finally {
            lock.unlock();
        }
    }
}
