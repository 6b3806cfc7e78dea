package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The small C programs of `tests/src/bench/c`, compiled when they are first needed.
public enum NativeProgram {
    /// The C client library under load.
    CALLS("calls", true),
    /// A client that speaks the protocol itself.
    WIRE("wire", false),
    /// What one run of a program costs.
    ONCE("once", false),
    /// One volume sent or fetched by the C client library.
    TRANSFER("transfer", true),
    /// Reaps the orphans of a daemon.
    REAPER("reaper", false);

    private final String name;
    private final boolean needsLibvirt;

    NativeProgram(String name, boolean needsLibvirt) {
        this.name = name;
        this.needsLibvirt = needsLibvirt;
    }

    /// The compiled program; empty where there is no C compiler, or no `libvirt-dev` for what needs
    /// it.
    public synchronized Optional<Path> path() {
        Path source = Repository.file("tests/src/bench/c").resolve(name + ".c");
        Path program = Repository.file("tests/target/bench").resolve(name);
        try {
            if (!isNewer(program, source) && !compile(source, program)) {
                return Optional.empty();
            }
            return Optional.of(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNewer(Path program, Path source) throws IOException {
        return Files.exists(program)
                && Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(source))
                        > 0;
    }

    private boolean compile(Path source, Path program) throws IOException {
        var compiler = Programs.find("gcc");
        if (compiler.isEmpty() || needsLibvirt && !Files.exists(Path.of("/usr/include/libvirt"))) {
            return false;
        }
        Files.createDirectories(program.getParent());
        var command =
                new ArrayList<>(List.of(compiler.get().toString(), "-O2", "-Wall", "-Wextra"));
        command.addAll(List.of("-o", program.toString(), source.toString()));
        if (needsLibvirt) {
            command.addAll(List.of("-pthread", "-lvirt"));
        }
        Programs.run(command, "").orFail();
        return true;
    }
}
