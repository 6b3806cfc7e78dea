package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Entry;
import dev.jvirt.flight.file.FlightWriter;
import dev.jvirt.flight.file.Note;
import dev.jvirt.flight.file.RecordedFrame;
import java.io.IOException;
import java.util.ArrayDeque;

/// The latest entries are kept in memory.
final class RingStore implements Store {
    /// What an entry takes beside its bytes, more or less.
    private static final int ENTRY_COST = 64;

    private final long most;
    private final NewFile file;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private long forgotten;

    /// @param most the bytes to keep
    RingStore(long most, NewFile file) {
        this.most = most;
        this.file = file;
    }

    @Override
    public void add(Entry entry) {
        entries.add(entry);
        bytes += cost(entry);
        while (bytes > most) {
            bytes -= cost(entries.remove());
            forgotten++;
        }
    }

    private static int cost(Entry entry) {
        return ENTRY_COST
                + switch (entry) {
                    case RecordedFrame frame -> frame.stored().length;
                    case Note note -> note.text().length();
                };
    }

    @Override
    public void dump() throws IOException {
        try (FlightWriter writer = file.create()) {
            if (forgotten > 0) {
                writer.write(new Note(0, forgotten + " earlier entries were not kept"));
            }
            for (Entry entry : entries) {
                writer.write(entry);
            }
        }
    }

    @Override
    public void close() {
        entries.clear();
    }
}
