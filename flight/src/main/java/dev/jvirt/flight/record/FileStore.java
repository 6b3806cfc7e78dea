package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Entry;
import dev.jvirt.flight.file.FlightWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Everything goes to a file at once. There is none before there is something to keep.
final class FileStore implements Store {
    private final NewFile file;
    private @Nullable FlightWriter writer;

    FileStore(NewFile file) {
        this.file = file;
    }

    @Override
    public void add(Entry entry) throws IOException {
        FlightWriter open = writer;
        if (open == null) {
            open = file.create();
            writer = open;
        }
        open.write(entry);
    }

    @Override
    public void dump() {}

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
