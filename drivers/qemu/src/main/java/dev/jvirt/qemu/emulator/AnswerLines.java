package dev.jvirt.qemu.emulator;

import dev.jvirt.host.io.DescriptorChannel;
import dev.jvirt.host.io.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The lines that a process writes, waited for with a deadline.
final class AnswerLines {
    /// QEMU's longest answer, its schema, has some 200 kB.
    private static final int LINE_LIMIT = 16 * 1024 * 1024;

    private static final int BUFFER_SIZE = 64 * 1024;

    private final DescriptorChannel source;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE).flip();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    AnswerLines(DescriptorChannel source) {
        this.source = source;
    }

    /// The next line.
    ///
    /// @param deadline by the clock of [System#nanoTime]
    /// @throws IOException if there will be no more, or none came in time
    String next(long deadline) throws IOException {
        while (true) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    String text = line.toString(StandardCharsets.UTF_8);
                    line.reset();
                    return text;
                }
                line.write(next);
            }
            if (line.size() > LINE_LIMIT) {
                throw new IOException("a line without an end");
            }
            fill(deadline);
        }
    }

    private void fill(long deadline) throws IOException {
        long patience = deadline - System.nanoTime();
        if (patience <= 0
                || !Readiness.READABLE.await(source.descriptor(), Duration.ofNanos(patience))) {
            throw new IOException("nothing came in time");
        }
        buffer.clear();
        int length = source.read(buffer);
        buffer.flip();
        if (length < 0) {
            throw new IOException("nothing more comes");
        }
    }
}
