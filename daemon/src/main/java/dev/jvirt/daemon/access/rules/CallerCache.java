package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.access.ClientIdentity;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Remembers for some seconds what the system's databases said of clients: a list of ten thousand
/// domains asks as often, and the databases may be on another host. Guarded by [#lock].
final class CallerCache {
    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int SIZE = 256;

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<ClientIdentity, Known> known = new LinkedHashMap<>();

    private record Known(Caller caller, long since) {}

    CallerCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Caller of(ClientIdentity client) throws IOException {
        Caller caller = find(client);
        if (caller == null) {
            // Not under the lock: the databases may take their time.
            caller = Caller.of(client);
            keep(client, caller);
        }
        return caller;
    }

    private @Nullable Caller find(ClientIdentity client) {
        lock.lock();
        try {
            Known found = known.get(client);
            return found == null || nanoTime.getAsLong() - found.since > AGE.toNanos()
                    ? null
                    : found.caller;
        } finally {
            lock.unlock();
        }
    }

    private void keep(ClientIdentity client, Caller caller) {
        lock.lock();
        try {
            known.remove(client);
            if (known.size() >= SIZE) {
                known.pollFirstEntry();
            }
            known.put(client, new Known(caller, nanoTime.getAsLong()));
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            known.clear();
        } finally {
            lock.unlock();
        }
    }
}
