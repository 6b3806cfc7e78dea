package dev.jvirt.daemon;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the daemon finds and puts its files.
///
/// @param root the folder that all of them lie under, if one was given
/// @param privileged whether this is the system's daemon and not one of a user's session
/// @param config its configuration
/// @param run the folder of its sockets
/// @param pidFile its process id
/// @param log what it logs when nobody sees its standard error
record DaemonPaths(
        Optional<Path> root, boolean privileged, Path config, Path run, Path pidFile, Path log) {
    private static final String NAME = "libvirtd";

    /// The paths of a daemon of the user `uid`.
    static DaemonPaths of(Optional<Path> root, int uid, Map<String, String> environment) {
        if (root.isPresent() || uid == 0) {
            return system(root, root.orElse(Path.of("/")));
        }
        Path home = Path.of(environment.getOrDefault("HOME", "/"));
        Path config = xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path cache = xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        Path run = xdg(environment, "XDG_RUNTIME_DIR", cache);
        return new DaemonPaths(
                root,
                false,
                config.resolve(NAME + ".conf"),
                run,
                run.resolve(NAME + ".pid"),
                cache.resolve(NAME + ".log"));
    }

    private static DaemonPaths system(Optional<Path> root, Path top) {
        return new DaemonPaths(
                root,
                true,
                top.resolve("etc/libvirt/" + NAME + ".conf"),
                top.resolve("run/libvirt"),
                top.resolve("run/" + NAME + ".pid"),
                top.resolve("var/log/libvirt/" + NAME + ".log"));
    }

    private static Path xdg(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return (value.isEmpty() ? otherwise : Path.of(value)).resolve("libvirt");
    }
}
