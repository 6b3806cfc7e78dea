package dev.jvirt.daemon;

import dev.jvirt.host.Paths;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the daemon finds and puts its files.
///
/// @param root the folder that all of them lie under, if one was given
/// @param privileged whether this is the system's daemon and not one of a user's session
/// @param config its configuration
/// @param rules what clients may do, for the access driver that reads it
/// @param run the folder of its sockets
/// @param pidFile its process id
/// @param log what it logs when nobody sees its standard error
record DaemonPaths(
        Optional<Path> root,
        boolean privileged,
        Path config,
        Path rules,
        Path run,
        Path pidFile,
        Path log) {
    private static final String NAME = "libvirtd";

    /// The paths of a daemon of the user `uid`.
    static DaemonPaths of(Optional<Path> root, int uid, Map<String, String> environment) {
        boolean privileged = root.isPresent() || uid == 0;
        Paths shared = Paths.of(root, privileged, environment);
        Path processes = privileged ? root.orElse(Path.of("/")).resolve("run") : shared.run();
        return new DaemonPaths(
                root,
                privileged,
                shared.config().resolve(NAME + ".conf"),
                shared.config().resolve("access.rules"),
                shared.run(),
                processes.resolve(NAME + ".pid"),
                shared.log().resolve(NAME + ".log"));
    }
}
