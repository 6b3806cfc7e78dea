package dev.jvirt.tests.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.jvirt.tests.lab.NativeProgram;
import dev.jvirt.tests.lab.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/// Runs `calls`, the C client library under load, or `wire`, which does without it. Their sources
/// say what the words mean.
final class Calls implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private Calls(Process process) {
        this.process = process;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Calls start(NativeProgram program, List<String> words) {
        var command = new ArrayList<String>();
        command.add(program.path().orElseThrow().toString());
        command.addAll(words);
        try {
            return new Calls(
                    Programs.builder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs it to its end and gives the cells of each line as it comes.
    static void run(List<String> words, Consumer<long[]> line) {
        run(NativeProgram.CALLS, words, line);
    }

    /// Runs one of the programs to its end and gives the cells of each line as it comes.
    static void run(NativeProgram program, List<String> words, Consumer<long[]> line) {
        try (var calls = start(program, words)) {
            for (String text = calls.lines.readLine();
                    text != null;
                    text = calls.lines.readLine()) {
                line.accept(cells(text));
            }
            if (calls.process.waitFor() != 0) {
                throw new IllegalStateException(
                        "failed: " + program + " " + String.join(" ", words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs it for a limited time.
    ///
    /// @return the nanoseconds since its last line when it ended or was ended
    static long runAtMost(Duration limit, List<String> words, Consumer<long[]> line) {
        long last = System.nanoTime();
        try (var calls = start(NativeProgram.CALLS, words);
                var watch = new ScheduledThreadPoolExecutor(1)) {
            var end =
                    watch.schedule(calls.process::destroyForcibly, limit.toMillis(), MILLISECONDS);
            for (String text = calls.lines.readLine();
                    text != null;
                    text = calls.lines.readLine()) {
                last = System.nanoTime();
                line.accept(cells(text));
            }
            end.cancel(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - last;
    }

    private static long[] cells(String line) {
        String[] cells = line.split("\t");
        long[] numbers = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = Long.parseLong(cells[i]);
        }
        return numbers;
    }

    /// Starts it, waits until it is ready, and lets it go on until it is closed.
    static Calls background(List<String> words) {
        var calls = start(NativeProgram.CALLS, words);
        try {
            String line = calls.lines.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException("calls is not ready: " + line);
            }
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
