package dev.jvirt.tests.virsh;

import dev.jvirt.tests.lab.Output;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.virsh.Virsh;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/// Both virshs at one URI: C's as a process, ours within this one, which saves most of the time.
///
/// @param world the name of the place in tables and messages
/// @param folder for the files that lines name
record BothVirshs(String world, String uri, Path folder) {
    private static final int SECONDS = 60;
    private static final AtomicInteger RUNS = new AtomicInteger();

    /// What the two said.
    record Pair(Output c, Output jvirt) {}

    Pair run(CommandLine line) {
        return new Pair(Volatile.without(line, runC(line)), Volatile.without(line, runJvirt(line)));
    }

    private Output runC(CommandLine line) {
        Path here = freshFiles();
        try {
            Path out = here.resolveSibling(here.getFileName() + ".out");
            Path err = here.resolveSibling(here.getFileName() + ".err");
            Path in = here.resolveSibling(here.getFileName() + ".in");
            Files.writeString(in, line.input());
            var command = new ArrayList<>(List.of("virsh"));
            command.addAll(line.arguments(uri, here.toString()));
            var builder =
                    Programs.builder(command)
                            .directory(here.toFile())
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().putAll(variables(here));
            var process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("C's virsh does not end: " + line.text());
            }
            String printed = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
            return new Output(
                    process.exitValue(),
                    printed.replace(here.toString(), "HERE") + left(here),
                    Files.readString(err).replace(here.toString(), "HERE"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            remove(here);
        }
    }

    private Output runJvirt(CommandLine line) {
        Path here = freshFiles();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var environment =
                new ShellEnvironment(
                        variables(here),
                        here,
                        new ByteArrayInputStream(line.input().getBytes(StandardCharsets.UTF_8)),
                        out,
                        err,
                        false);
        try {
            int exit =
                    Virsh.run(
                            line.arguments(uri, here.toString()).toArray(String[]::new),
                            environment);
            return new Output(
                    exit,
                    out.toString(StandardCharsets.UTF_8).replace(here.toString(), "HERE")
                            + left(here),
                    err.toString(StandardCharsets.UTF_8).replace(here.toString(), "HERE"));
        } finally {
            remove(here);
        }
    }

    /// The files that a line left, with their sizes and checksums.
    private static String left(Path here) {
        var left = new StringBuilder();
        try {
            List<Path> files = new ArrayList<>(list(here));
            files.sort(null);
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean own = name.startsWith(".") || name.equals("cache");
                if (!own && !Files.exists(CommandLines.files().resolve(name))) {
                    left.append("file %s: %d bytes, ".formatted(name, Files.size(file)));
                    var sum = new CRC32();
                    sum.update(Files.readAllBytes(file));
                    left.append(Long.toHexString(sum.getValue())).append('\n');
                }
            }
            return left.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> variables(Path here) {
        return Map.of("LC_ALL", "C.UTF-8", "HOME", here.toString(), "EDITOR", "true");
    }

    private Path freshFiles() {
        try {
            // All are of one length, which the widths of tables depend on.
            String name = "run%07d".formatted(RUNS.incrementAndGet());
            Path here = Files.createDirectory(folder.resolve(name));
            for (Path file : list(CommandLines.files())) {
                Files.copy(file, here.resolve(file.getFileName()));
            }
            return here;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path here) {
        try {
            for (Path file : list(here)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(here);
        } catch (IOException e) {
            // a folder that a line made stays for the end of the test
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder)) {
            found.forEach(files::add);
        }
        return files;
    }
}
