package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The process of a daemon, with a reaper of orphans around it where one can be compiled.
public final class DaemonProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Process outer;
    private final ProcessHandle daemon;
    private final Path output;
    private final Instant startedAt;

    private DaemonProcess(Process outer, ProcessHandle daemon, Path output, Instant startedAt) {
        this.outer = outer;
        this.daemon = daemon;
        this.output = output;
        this.startedAt = startedAt;
    }

    /// Starts a daemon and does not wait for its socket.
    ///
    /// @param output the file that gets what the daemon prints
    static DaemonProcess launch(List<String> command, Path output) {
        var whole = new ArrayList<String>();
        var reaper = NativeProgram.REAPER.path();
        reaper.ifPresent(path -> whole.add(path.toString()));
        whole.addAll(command);
        try {
            var builder = Programs.builder(whole);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.redirectInput(Path.of("/dev/null").toFile());
            var now = Instant.now();
            var outer = builder.start();
            var daemon = reaper.isPresent() ? childOf(outer) : outer.toHandle();
            return new DaemonProcess(outer, daemon, output, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle childOf(Process reaper) {
        Await.until(
                "a child of the reaper",
                START_LIMIT,
                () -> !reaper.isAlive() || reaper.children().findFirst().isPresent());
        return reaper.children().findFirst().orElse(reaper.toHandle());
    }

    /// Waits until somebody listens on a socket.
    ///
    /// @throws IllegalStateException with the daemon's words, if it ends instead
    void awaitSocket(Path socket) {
        Await.until(
                "a listener on " + socket,
                START_LIMIT,
                () -> {
                    if (!outer.isAlive()) {
                        throw new IllegalStateException("the daemon ended: " + printed());
                    }
                    return RawClient.isListening(socket);
                });
    }

    /// The same process, if its program began only later: when somebody else had prepared for it.
    DaemonProcess startedAt(Instant later) {
        return new DaemonProcess(outer, daemon, output, later);
    }

    /// When its program began.
    public Instant startedAt() {
        return startedAt;
    }

    /// The daemon's own process id.
    public long pid() {
        return daemon.pid();
    }

    /// The CPU time that the daemon has taken, in nanoseconds.
    public double cpuNanos() {
        return daemon.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /// The memory that the daemon has, in KiB.
    public double residentKib() {
        return Repository.read(Path.of("/proc", String.valueOf(pid()), "status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /// What the daemon has printed.
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it runs.
    public boolean isAlive() {
        return outer.isAlive();
    }

    /// Waits for its end and tells its exit status.
    public int awaitEnd() {
        try {
            if (!outer.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the daemon does not end");
            }
            return outer.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks it to end, and insists if it does not.
    public void stop() {
        daemon.destroy();
        try {
            awaitEnd();
        } catch (IllegalStateException _) {
            kill();
        }
    }

    /// Ends it without a warning.
    public void kill() {
        daemon.destroyForcibly();
        awaitEnd();
    }
}
