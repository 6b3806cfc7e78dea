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

    /// The paths of a libvirtd of the user `uid`.
    static DaemonPaths of(Optional<Path> root, int uid, Map<String, String> environment) {
        return of(DaemonName.LIBVIRTD, root, uid, environment);
    }

    /// The paths of a daemon of the user `uid`.
    static DaemonPaths of(
            DaemonName name, Optional<Path> root, int uid, Map<String, String> environment) {
        boolean privileged = root.isPresent() || uid == 0;
        Paths shared = Paths.of(root, privileged, environment);
        Path processes = privileged ? root.orElse(Path.of("/")).resolve("run") : shared.run();
        return new DaemonPaths(
                root,
                privileged,
                shared.config().resolve(name.program() + ".conf"),
                shared.config().resolve("access.rules"),
                shared.run(),
                processes.resolve(name.program() + ".pid"),
                shared.log().resolve(name.program() + ".log"));
    }
}
