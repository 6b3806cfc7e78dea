package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Starts a daemon as systemd starts a service: with sockets that it has made, and with an ear for
/// what the daemon says of its state, which ends up among what the daemon prints.
///
/// @param words of the command that goes before the daemon's own
public record ServiceStart(List<String> words) {
    private static final String SCRIPT = "service.py";

    public ServiceStart {
        words = List.copyOf(words);
    }

    /// As from a shell.
    public static ServiceStart plain() {
        return new ServiceStart(List.of());
    }

    /// By a supervisor.
    ///
    /// @param folder where its script is put
    /// @param options those of `service.py`
    public static ServiceStart by(Path folder, String... options) {
        Path script = folder.resolve(SCRIPT);
        try (var resource = ServiceStart.class.getResourceAsStream(SCRIPT)) {
            Files.copy(
                    Objects.requireNonNull(resource), script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new ArrayList<>(List.of("/usr/bin/python3", "-B", script.toString()));
        words.addAll(Arrays.asList(options));
        words.add("--");
        return new ServiceStart(words);
    }

    List<String> command(List<String> daemon) {
        var command = new ArrayList<>(words);
        command.addAll(daemon);
        return command;
    }
}
