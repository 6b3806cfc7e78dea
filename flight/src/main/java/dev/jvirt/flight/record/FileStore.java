package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Entry;
import dev.jvirt.flight.file.FlightWriter;
import java.io.IOException;

/// Everything goes to a file at once.
final class FileStore implements Store {
    private final FlightWriter writer;

    FileStore(NewFile file) throws IOException {
        writer = file.create();
    }

    @Override
    public void add(Entry entry) throws IOException {
        writer.write(entry);
    }

    @Override
    public void dump() {}

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
