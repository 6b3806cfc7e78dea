package dev.jvirt.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Folders that the daemon needs.
final class Folders {
    private Folders() {}

    /// Makes a folder and those above it, as far as they are missing.
    ///
    /// @param mode of the new ones, as `ls` shows it
    static void create(Path folder, String mode) throws IOException {
        // A link to a folder is as good.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        }
    }
}
