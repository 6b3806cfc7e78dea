package dev.jvirt.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program that rewrites the type switches of the product's modules where they stand.
public final class LinkTypes {
    private LinkTypes() {}

    /// Rewrites the jars of a folder.
    ///
    /// @param arguments the folder, and how the names of the jars to rewrite begin; the others are
    ///     only looked at
    /// @throws IOException if a jar cannot be read or written
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments: a folder, a prefix of names");
        }
        try (var jars = ModuleJars.open(jars(Path.of(arguments[0])))) {
            var switches = new TypeSwitches(jars::find);
            for (Path file : jars.classes(arguments[1])) {
                byte[] before = Files.readAllBytes(file);
                byte[] after = switches.rewrite(before);
                if (after != before) {
                    Files.write(file, after);
                }
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
