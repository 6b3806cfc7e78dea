package dev.jvirt.qemu.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The beginning of what a process says on its standard error.
final class ErrorText {
    private static final int LIMIT = 4096;

    /// A process that ended has said all; one of its children may hold the pipe open for ever.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Thread reader;

    private ErrorText(InputStream source) {
        reader = Thread.ofPlatform().daemon().name("probe-errors").unstarted(() -> readAll(source));
    }

    static ErrorText of(InputStream source) {
        var text = new ErrorText(source);
        text.reader.start();
        return text;
    }

    private void readAll(InputStream source) {
        try (source) {
            var buffer = new byte[LIMIT];
            int length;
            while ((length = source.read(buffer)) >= 0) {
                text.write(buffer, 0, Math.min(length, LIMIT - text.size()));
            }
        } catch (IOException e) {
            // the process was killed
        }
    }

    /// What was said.
    String text() {
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.toString(StandardCharsets.UTF_8).strip();
    }
}
