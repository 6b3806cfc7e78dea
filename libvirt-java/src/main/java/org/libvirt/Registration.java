package org.libvirt;

import dev.jvirt.api.event.Subscription;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A listener on its way in, there, or gone: it may be removed while the server is still asked to
/// let it in. Guarded by the object itself; nothing is awaited under its lock.
final class Registration {
    private @Nullable Subscription subscription;
    private boolean over;

    /// Subscribes.
    ///
    /// @param undo what is to be done if that fails
    void begin(Supplier<Subscription> subscribe, Runnable undo) {
        Subscription begun;
        try {
            begun = subscribe.get();
        } catch (RuntimeException e) {
            undo.run();
            throw e;
        }
        if (!keep(begun)) {
            begun.close();
        }
    }

    private synchronized boolean keep(Subscription begun) {
        subscription = begun;
        return !over;
    }

    /// Ends it, now or as soon as it has begun.
    void end() {
        Optional.ofNullable(last()).ifPresent(Subscription::close);
    }

    private synchronized @Nullable Subscription last() {
        over = true;
        return subscription;
    }

    synchronized boolean isOver() {
        return over;
    }
}
