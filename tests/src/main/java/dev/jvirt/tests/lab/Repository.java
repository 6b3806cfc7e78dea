package dev.jvirt.tests.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that everything is built from.
public final class Repository {
    private Repository() {}

    /// The folder; the build and the commands in `bin` say where it is.
    public static Path folder() {
        return Path.of(System.getProperty("jvirt.repository", "..")).toAbsolutePath().normalize();
    }

    /// A file or folder in it.
    public static Path file(String path) {
        return folder().resolve(path);
    }

    /// The text of a file.
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
