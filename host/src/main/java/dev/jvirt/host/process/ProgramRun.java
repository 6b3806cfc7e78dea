package dev.jvirt.host.process;

import dev.jvirt.host.io.MemoryFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One run of a program, from its start to its end.
final class ProgramRun {
    private static final long OUTPUT_LIMIT = 64 << 20;

    private final ProgramStart start;
    private final Duration patience;

    ProgramRun(ProgramStart start, Duration patience) {
        this.start = start;
        this.patience = patience;
    }

    ProgramOutput run() throws IOException {
        try (var output = MemoryFile.create("output");
                var errors = MemoryFile.create("errors")) {
            ChildProcess child =
                    start.output(output.descriptor()).errors(errors.descriptor()).start();
            ExitStatus status = await(child);
            return new ProgramOutput(command(), status, text(output), text(errors));
        }
    }

    private ExitStatus await(ChildProcess child) throws IOException {
        try {
            return child.exit().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw ended(
                    child,
                    new IOException(
                            "Child process (%s) did not end within %d seconds"
                                    .formatted(command(), patience.toSeconds())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ended(child, new InterruptedIOException("interrupted while " + command()));
        } catch (ExecutionException lost) {
            throw new IOException("Child process (%s) was lost".formatted(command()), lost);
        }
    }

    private static IOException ended(ChildProcess child, IOException reason) {
        child.kill();
        child.exit().join();
        return reason;
    }

    private String text(MemoryFile file) throws IOException {
        if (file.size() > OUTPUT_LIMIT) {
            throw new IOException(
                    "Child process (%s) printed more than %d bytes"
                            .formatted(command(), OUTPUT_LIMIT));
        }
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private String command() {
        return CommandLine.of(start.program(), start.arguments());
    }
}
