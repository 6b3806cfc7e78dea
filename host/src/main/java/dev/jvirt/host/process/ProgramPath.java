package dev.jvirt.host.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where programs are.
public final class ProgramPath {
    /// Where those are that only administrators need: a user's `PATH` may leave them out.
    private static final String ALSO = "/usr/sbin:/sbin";

    private ProgramPath() {}

    /// The first program of that name along `PATH`. A whole path stands for itself.
    public static Optional<Path> find(String name) {
        if (name.contains("/")) {
            return Optional.of(Path.of(name)).filter(ProgramPath::isProgram);
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path, ALSO)
                .flatMap(folders -> Stream.of(folders.split(":")))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(ProgramPath::isProgram)
                .findFirst();
    }

    /// See [#find].
    ///
    /// @throws IOException naming the program, if there is none
    public static Path require(String name) throws IOException {
        return find(name)
                .orElseThrow(
                        () ->
                                new IOException(
                                        "Cannot find '%s' in path: No such file or directory"
                                                .formatted(name)));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
