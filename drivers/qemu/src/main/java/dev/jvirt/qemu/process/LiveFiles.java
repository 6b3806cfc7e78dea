package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Folders;
import dev.jvirt.host.file.Reason;
import dev.jvirt.host.process.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// The files of one running domain.
///
/// @param lib its private folder
/// @param channels the folder of its channels' sockets
/// @param monitor the socket of its monitor
/// @param pid the number of its process
/// @param status what a daemon must know to find it again
public record LiveFiles(Path lib, Path channels, Path monitor, Path pid, Path status) {
    /// The name is cut after so many characters, because a socket's path is short.
    private static final int SHORT_NAME = 20;

    private static final String PREFIX = "domain-";
    private static final int MODE = 0750;

    /// The files of the domain of that name and id.
    public static LiveFiles of(QemuFolders folders, String name, int id) {
        String folder = PREFIX + id + "-" + shortName(name);
        return at(folders, name, folders.lib().resolve(folder), folders.channels().resolve(folder));
    }

    /// The files of an adopted domain, whose private folders stand in its status file.
    public static LiveFiles at(QemuFolders folders, String name, Path lib, Path channels) {
        return new LiveFiles(
                lib,
                channels,
                lib.resolve("monitor.sock"),
                folders.state().resolve(name + ".pid"),
                folders.state().resolve(name + ".xml"));
    }

    /// The domain's number and the beginning of its name, as other folders of the domain are
    /// called.
    public String shortName() {
        return lib.getFileName().toString().substring(PREFIX.length());
    }

    /// Where QEMU finds the key to the secrets it is given.
    public Path masterKey() {
        return lib.resolve("master-key.aes");
    }

    /// Makes the private folders, which nobody else may look into.
    ///
    /// @throws LibvirtException SYSTEM_ERROR, naming the folder, if it cannot be made
    void create() {
        try {
            Folders.create(lib, MODE);
            Folders.create(channels, MODE);
        } catch (IOException failure) {
            throw new LibvirtException(ErrorCode.SYSTEM_ERROR, Reason.of(failure), failure);
        }
    }

    /// Lets QEMU use the private folders and the key in them.
    ///
    /// @throws LibvirtException SYSTEM_ERROR, naming the file, if they cannot be given away
    void giveTo(Identity owner) {
        for (Path file : List.of(lib, channels, masterKey())) {
            try {
                Files.setAttribute(file, "unix:uid", owner.user());
                Files.setAttribute(file, "unix:gid", owner.group());
            } catch (IOException failure) {
                throw new LibvirtException(
                        ErrorCode.SYSTEM_ERROR,
                        "unable to set ownership of '%s' to %d:%d: %s"
                                .formatted(file, owner.user(), owner.group(), Reason.of(failure)),
                        failure);
            }
        }
    }

    /// Removes the private folders and the file with the number of the process.
    ///
    /// @throws LibvirtException SYSTEM_ERROR, naming the file, if one cannot be removed
    void remove() {
        try {
            Files.deleteIfExists(pid);
            removeTree(lib);
            removeTree(channels);
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot remove files of the domain: " + failure.getMessage(),
                    failure);
        }
    }

    /// Removes a folder, if it is there, with all that is in it.
    static void removeTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    removeTree(entry);
                } else {
                    Files.deleteIfExists(entry);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private static String shortName(String name) {
        return name.codePointCount(0, name.length()) <= SHORT_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME));
    }
}
