package dev.jvirt.flight.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A recorded connection.
///
/// @param began when, by the clock of the host
/// @param streams whether the data of streams were kept
/// @param about who recorded whom
/// @param entries what happened, in order
/// @param complete false if the file ends within an entry
public record Flight(
        Instant began, boolean streams, String about, List<Entry> entries, boolean complete) {

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read, or is none of ours, with words for the user
    public static Flight read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new FlightReader(in).read();
        }
    }

    /// The frames of it.
    public List<RecordedFrame> frames() {
        return entries.stream()
                .filter(RecordedFrame.class::isInstance)
                .map(RecordedFrame.class::cast)
                .toList();
    }
}
