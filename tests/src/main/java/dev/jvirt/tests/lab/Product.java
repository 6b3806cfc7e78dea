package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// The assembled product that `bin/build` makes.
public final class Product {
    private static final Path FOLDER = Repository.file("dist/target/jvirt");
    private static final Path MODULES = Repository.file("dist/target/modules");

    private Product() {}

    /// What is missing to run it; empty if nothing is.
    ///
    /// Maven alone copies only the jars: the rest is made here when it is older than they are.
    public static synchronized Optional<String> missing() {
        try {
            var jars = newestJar();
            if (jars.isEmpty()) {
                return Optional.of("the product is not built: run bin/build");
            }
            Path built = FOLDER.resolve("built");
            if (!Files.exists(built)
                    || Files.getLastModifiedTime(built).compareTo(jars.get()) < 0) {
                Programs.run(
                                "sh",
                                Repository.file("dist/src/main/scripts/assemble").toString(),
                                System.getProperty("java.home"),
                                MODULES.toString(),
                                Repository.file("link/target/classes").toString(),
                                FOLDER.toString())
                        .orFail();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileTime> newestJar() throws IOException {
        if (!Files.isRegularFile(MODULES.resolve("jvirt-daemon.jar"))) {
            return Optional.empty();
        }
        Optional<FileTime> newest = Optional.empty();
        try (var files = Files.newDirectoryStream(MODULES, "jvirt-*.jar")) {
            for (Path file : files) {
                var time = Files.getLastModifiedTime(file);
                newest =
                        newest.filter(other -> other.compareTo(time) >= 0)
                                .or(() -> Optional.of(time));
            }
        }
        return newest;
    }

    /// One of its files.
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /// One of its programs.
    public static String program(String name) {
        return FOLDER.resolve("bin").resolve(name).toString();
    }
}
