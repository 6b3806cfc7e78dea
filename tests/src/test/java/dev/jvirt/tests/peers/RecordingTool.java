package dev.jvirt.tests.peers;

import dev.jvirt.tests.lab.Await;
import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Product;
import dev.jvirt.tests.lab.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One of our tools while it listens on a socket.
final class RecordingTool implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path socket;
    private final Path complaints;

    private RecordingTool(Process process, Path socket, Path complaints) {
        this.process = process;
        this.socket = socket;
        this.complaints = complaints;
    }

    /// Stands between clients and a daemon and records.
    static RecordingTool record(Path socket, Path daemon, Path file) {
        return start(
                "rpc-record", socket, "--connect", daemon.toString(), "--streams", file.toString());
    }

    /// Stands in for the daemon of a recording.
    static RecordingTool replay(Path socket, Path file) {
        return start("rpc-replay", socket, file.toString());
    }

    private static RecordingTool start(String program, Path socket, String... words) {
        var command =
                new ArrayList<>(List.of(Product.program(program), "--listen", socket.toString()));
        command.addAll(Arrays.asList(words));
        Path complaints = socket.resolveSibling(socket.getFileName() + ".err");
        try {
            var builder = Programs.builder(command);
            builder.redirectErrorStream(true).redirectOutput(complaints.toFile());
            var tool = new RecordingTool(builder.start(), socket, complaints);
            Await.until(
                    program + " listens",
                    LIMIT,
                    () -> {
                        if (!tool.process.isAlive()) {
                            throw new IllegalStateException(tool.complaints());
                        }
                        return Files.exists(socket);
                    });
            return tool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it has complained about.
    String complaints() {
        try {
            return Files.readString(complaints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Has C's virsh talk to it.
    Output virsh(String uri, String... words) {
        return Peers.virsh(uri.replaceFirst(":", "+unix:") + "?socket=" + socket, words);
    }

    /// Runs one of our tools to its end.
    static Output run(String program, String... words) {
        var command = new ArrayList<>(List.of(Product.program(program)));
        command.addAll(Arrays.asList(words));
        return Programs.run(command, "");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
