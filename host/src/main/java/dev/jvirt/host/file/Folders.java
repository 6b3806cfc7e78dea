package dev.jvirt.host.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Folders of drivers and daemons.
public final class Folders {
    private Folders() {}

    /// Makes a folder and those above it, as far as they are missing. One that exists keeps its
    /// mode.
    ///
    /// @param mode of the new ones, for example `0711`
    /// @throws IOException naming the folder and the reason
    public static void create(Path folder, int mode) throws IOException {
        try {
            createMissing(folder, mode);
        } catch (IOException failure) {
            throw new IOException(
                    "cannot create directory '%s': %s".formatted(folder, Reason.of(failure)),
                    failure);
        }
    }

    private static void createMissing(Path folder, int mode) throws IOException {
        // A link to a folder is as good.
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createMissing(parent, mode);
        }
        Set<PosixFilePermission> permissions = permissions(mode);
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(permissions));
            // The umask may have taken something away.
            Files.setPosixFilePermissions(folder, permissions);
        } catch (FileAlreadyExistsException exists) {
            if (!Files.isDirectory(folder)) {
                throw exists;
            }
        }
    }

    /// The permissions that the lower nine bits of a mode stand for.
    static Set<PosixFilePermission> permissions(int mode) {
        PosixFilePermission[] all = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < all.length; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }
}
