package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Entry;
import java.io.IOException;

/// Where the entries of a recording go. Not thread-safe.
sealed interface Store extends AutoCloseable permits FileStore, RingStore {
    void add(Entry entry) throws IOException;

    /// Sees to it that all that is kept is in a file.
    void dump() throws IOException;

    @Override
    void close() throws IOException;
}
