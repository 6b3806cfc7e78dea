package dev.jvirt.tests.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that everything is built from.
final class Repository {
    private Repository() {}

    static Path folder() {
        return Path.of(System.getProperty("jvirt.repository", "..")).toAbsolutePath().normalize();
    }

    static Path file(String path) {
        return folder().resolve(path);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
