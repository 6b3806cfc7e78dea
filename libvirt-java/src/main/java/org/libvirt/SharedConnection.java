package org.libvirt;

import dev.jvirt.api.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/// A connection and how many handles lead to it: it closes when the last of them is freed, as in C,
/// where domains and pools keep their connection open.
final class SharedConnection {
    private final Connection connection;
    private final AtomicInteger handles = new AtomicInteger();

    SharedConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    void retain() {
        handles.incrementAndGet();
    }

    void release() {
        if (handles.decrementAndGet() == 0) {
            connection.close();
        }
    }

    /// How many handles are not freed yet.
    int handles() {
        return handles.get();
    }
}
