package dev.jvirt.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jars that are open for reading and writing. What is written is in a jar when all are closed.
///
/// @param open the content of each, by the name of its file
record ModuleJars(Map<String, FileSystem> open) implements AutoCloseable {

    /// Opens jars.
    static ModuleJars open(List<Path> jars) throws IOException {
        var open = new LinkedHashMap<String, FileSystem>();
        for (Path jar : jars) {
            open.put(jar.getFileName().toString(), FileSystems.newFileSystem(jar));
        }
        return new ModuleJars(open);
    }

    /// The classes of those jars whose names begin like this.
    List<Path> classes(String prefix) throws IOException {
        var found = new ArrayList<Path>();
        for (var jar : open.entrySet()) {
            if (jar.getKey().startsWith(prefix)) {
                try (var files = Files.walk(jar.getValue().getPath("/"))) {
                    files.filter(file -> file.toString().endsWith(".class")).forEach(found::add);
                }
            }
        }
        return found;
    }

    /// The class file of one type of any of them.
    Optional<byte[]> find(ClassDesc type) {
        String descriptor = type.descriptorString();
        String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
        return open.values().stream()
                .map(jar -> jar.getPath(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ModuleJars::read);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileSystem jar : open.values()) {
            jar.close();
        }
    }
}
