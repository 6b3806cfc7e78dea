package dev.jvirt.qemu.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The lines that a process writes, read by a thread of its own so that waiting for one can end.
final class AnswerLines {
    /// QEMU's longest answer, its schema, has some 200 kB.
    private static final int LINE_LIMIT = 16 * 1024 * 1024;

    private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private AnswerLines() {}

    static AnswerLines of(InputStream source) {
        var lines = new AnswerLines();
        Thread.ofPlatform().daemon().name("probe-answers").start(() -> lines.readAll(source));
        return lines;
    }

    private void readAll(InputStream source) {
        try (source) {
            var line = new ByteArrayOutputStream();
            var buffer = new byte[64 * 1024];
            int length;
            while ((length = source.read(buffer)) >= 0 && line.size() < LINE_LIMIT) {
                int start = 0;
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, start, i - start);
                        lines.add(Optional.of(line.toString(StandardCharsets.UTF_8)));
                        line.reset();
                        start = i + 1;
                    }
                }
                line.write(buffer, start, length - start);
            }
        } catch (IOException e) {
            // the process was killed: there are no more lines
        } finally {
            lines.add(Optional.empty());
        }
    }

    /// The next line.
    ///
    /// @param deadline by the clock of [System#nanoTime]
    /// @throws IOException if there will be no more, or none came in time
    String next(long deadline) throws IOException {
        try {
            Optional<String> line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IOException("nothing came in time");
            }
            if (line.isEmpty()) {
                lines.add(line); // whoever asks again hears the same
                throw new IOException("nothing more comes");
            }
            return line.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
