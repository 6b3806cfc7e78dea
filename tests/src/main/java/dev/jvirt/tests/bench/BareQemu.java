package dev.jvirt.tests.bench;

import dev.jvirt.tests.lab.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A QEMU without a daemon: no start through one can be faster.
final class BareQemu implements AutoCloseable {
    private static final List<String> COMMAND =
            List.of(
                    "qemu-system-x86_64 -S -no-user-config -nodefaults -display none -machine pc,accel=tcg -m 32 -qmp stdio"
                            .split(" "));

    private final Process process;
    private final BufferedReader monitor;
    private final long startNanos;

    private BareQemu(Process process, long before) throws IOException {
        this.process = process;
        monitor =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        monitor.readLine(); // the greeting
        say("{\"execute\":\"qmp_capabilities\"}");
        say("{\"execute\":\"cont\"}");
        startNanos = System.nanoTime() - before;
    }

    /// Starts one and waits until its guest runs.
    static BareQemu start() {
        long before = System.nanoTime();
        try {
            return new BareQemu(Programs.builder(COMMAND).start(), before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String command) throws IOException {
        var out = process.getOutputStream();
        out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        String line = monitor.readLine();
        while (line != null && !line.contains("\"return\"")) {
            line = monitor.readLine(); // an event
        }
    }

    /// How long it took until the guest ran.
    double startNanos() {
        return startNanos;
    }

    /// Kills it; the time until it was dead.
    double kill() {
        long before = System.nanoTime();
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - before;
    }

    @Override
    public void close() {
        kill();
    }
}
