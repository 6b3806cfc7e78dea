package dev.jvirt.tests.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Java files of all rooms.
final class Sources {
    private Sources() {}

    static List<SourceFile> all() {
        return SourceFile.parse(
                Rooms.read().withCode().stream()
                        .flatMap(
                                room ->
                                        Stream.of("src/main/java", "src/test/java")
                                                .map(room.folder()::resolve))
                        .filter(Files::isDirectory)
                        .flatMap(folder -> javaFiles(folder).stream())
                        .toList());
    }

    private static List<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
