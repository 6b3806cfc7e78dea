package dev.jvirt.flight.record;

import dev.jvirt.flight.file.FlightWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;

/// A file that is made when it is needed, beside those that are there.
///
/// @param began when the recording began
/// @param streams whether the data of streams are kept
record NewFile(RecordingTarget target, Instant began, boolean streams) {
    private static final int MOST = 10_000;

    /// Makes the file; if there is one of that name, another with a number behind it.
    FlightWriter create() throws IOException {
        for (int number = 1; ; number++) {
            Path path = number == 1 ? target.file() : numbered(number);
            try {
                return FlightWriter.create(path, began, streams, target.about());
            } catch (FileAlreadyExistsException e) {
                if (number > MOST) {
                    throw e;
                }
            }
        }
    }

    private Path numbered(int number) {
        return target.file().resolveSibling(target.file().getFileName() + "." + number);
    }
}
