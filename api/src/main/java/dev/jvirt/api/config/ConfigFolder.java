package dev.jvirt.api.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the user who runs this process has libvirt's configuration.
public final class ConfigFolder {
    private static final Path SYSTEM = Path.of("/etc/libvirt");

    private ConfigFolder() {}

    /// The system's folder for root, the one in the user's home for anybody else.
    public static Path path() {
        if (isRoots()) {
            return SYSTEM;
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        if (config != null && !config.isEmpty()) {
            return Path.of(config, "libvirt");
        }
        String home = System.getenv("HOME");
        boolean known = home != null && !home.isEmpty();
        return Path.of(known ? home : System.getProperty("user.home"), ".config", "libvirt");
    }

    /// Whether the user is root, whose configuration is the system's.
    public static boolean isRoots() {
        return User.IS_ROOT;
    }

    /// Who runs this process, found out at the first question.
    private static final class User {
        private static final boolean IS_ROOT = isRoot();

        private static boolean isRoot() {
            try {
                // The owner of a process's folder is its effective user, which the JDK does not
                // tell.
                return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
            } catch (IOException | UnsupportedOperationException e) {
                return "root".equals(System.getProperty("user.name"));
            }
        }
    }
}
