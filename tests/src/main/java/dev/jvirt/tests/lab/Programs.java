package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Runs programs to their end.
public final class Programs {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// Programs print the same words everywhere.
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "C");

    private Programs() {}

    /// Runs a program that has nothing to read; one that takes a minute is killed.
    public static Output run(String... command) {
        return run(List.of(command), "");
    }

    /// Runs a program that reads `input`.
    public static Output run(List<String> command, String input) {
        try {
            var process = builder(command).start();
            var out = collect(process, Process::getInputStream);
            var err = collect(process, Process::getErrorStream);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // it does not want to read
            }
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("still running after a minute: " + command);
            }
            return new Output(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A process that is about to start, without the settings of whoever runs us.
    public static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LIBVIRT_") || name.startsWith("VIR"));
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    private static CompletableFuture<String> collect(
            Process process, Function<Process, InputStream> stream) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (var in = stream.apply(process)) {
                                text.complete(
                                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                text.completeExceptionally(e);
                            }
                        });
        return text;
    }

    /// Where a program is installed, if it is.
    public static Optional<Path> find(String name) {
        for (String folder : List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin")) {
            Path file = Path.of(folder, name);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
