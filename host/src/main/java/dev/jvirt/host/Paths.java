package dev.jvirt.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The folders that libvirt's drivers share. Each driver has a folder of its own in each of them.
///
/// @param config definitions and configuration files
/// @param run sockets, process ids and the state of what runs, gone after the next boot
/// @param lib what drivers keep for themselves; for a session the same as `config`
/// @param cache what can be found out again
/// @param log what guests and programs print; for a session the same as `cache`
public record Paths(Path config, Path run, Path lib, Path cache, Path log) {
    private static final String NAME = "libvirt";

    /// The folders of a daemon, or of a driver in the process of its user.
    ///
    /// @param root the folder that all of them lie under, if one was given
    /// @param privileged whether these are the system's and not those of a user's session
    public static Paths of(
            Optional<Path> root, boolean privileged, Map<String, String> environment) {
        if (privileged || root.isPresent()) {
            return system(root.orElse(Path.of("/")));
        }
        Path home = Path.of(environment.getOrDefault("HOME", "/"));
        Path config = xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path cache = xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        Path run =
                environment.getOrDefault("XDG_RUNTIME_DIR", "").isEmpty()
                        ? cache
                        : xdg(environment, "XDG_RUNTIME_DIR", home);
        return new Paths(config, run, config, cache, cache);
    }

    private static Paths system(Path top) {
        return new Paths(
                top.resolve("etc").resolve(NAME),
                top.resolve("run").resolve(NAME),
                top.resolve("var/lib").resolve(NAME),
                top.resolve("var/cache").resolve(NAME),
                top.resolve("var/log").resolve(NAME));
    }

    private static Path xdg(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return (value.isEmpty() ? otherwise : Path.of(value)).resolve(NAME);
    }
}
