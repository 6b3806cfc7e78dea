package dev.jvirt.qemu.process;

import java.nio.file.Path;

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

    /// The files of the domain of that name and id.
    public static LiveFiles of(QemuFolders folders, String name, int id) {
        String folder = "domain-" + id + "-" + shortName(name);
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

    /// Where QEMU finds the key to the secrets it is given.
    public Path masterKey() {
        return lib.resolve("master-key.aes");
    }

    private static String shortName(String name) {
        return name.codePointCount(0, name.length()) <= SHORT_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME));
    }
}
