package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.ErrorLevel;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The unix socket of a daemon, and the daemon to start if nobody listens.
///
/// @param daemon the program's name, empty if it must run already
public record DaemonSocket(String path, Optional<String> daemon) {
    // Not /run: that is what libvirt says in its messages, and where it looks.
    private static final String SYSTEM_FOLDER = "/var/run/libvirt";

    private static final int ENOENT = 2;
    private static final int EACCES = 13;
    private static final int EOPNOTSUPP = 95;
    private static final int ECONNREFUSED = 111;

    /// Finds the socket for `target`.
    ///
    /// @throws LibvirtException OPERATION_UNSUPPORTED if the mode contradicts the rest
    static DaemonSocket find(RemoteTarget target, OpenFlags flags) {
        if (target.socket().isPresent()) {
            return new DaemonSocket(target.socket().get(), Optional.empty());
        }
        String legacy = path("libvirt", flags);
        if (target.mode() == DaemonMode.LEGACY || target.driver().isEmpty()) {
            if (target.mode() == DaemonMode.DIRECT) {
                throw new LibvirtException(
                        ErrorDomain.REMOTE,
                        ErrorCode.OPERATION_UNSUPPORTED,
                        "Cannot use direct socket mode if no URI is set");
            }
            return choose(legacy, "libvirtd", flags);
        }
        String daemon = "virt" + target.driver().get() + "d";
        String direct = path(daemon, flags);
        boolean useDirect = target.mode() == DaemonMode.DIRECT || new File(direct).exists();
        return useDirect ? choose(direct, daemon, flags) : choose(legacy, "libvirtd", flags);
    }

    /// Connects to it, starting the daemon if that is allowed.
    ///
    /// @throws LibvirtException SYSTEM_ERROR with the reason
    public Transport connect() {
        if (path.startsWith("@")) {
            throw failure("Operation not supported", EOPNOTSUPP, null);
        }
        Path socket = Path.of(path);
        try {
            return UnixTransport.connect(socket, FileHost::find);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            int errno = errno(reason);
            boolean nobody = errno == ENOENT || errno == ECONNREFUSED;
            if (daemon.isEmpty() || !nobody) {
                throw failure(reason, errno, e);
            }
            return new DaemonLauncher(socket, daemon.get()).connect();
        }
    }

    private LibvirtException failure(String reason, int errno, @Nullable Throwable cause) {
        String message = "Failed to connect socket to '%s': %s".formatted(path, reason);
        return new LibvirtException(
                ErrorDomain.RPC,
                ErrorCode.SYSTEM_ERROR,
                ErrorLevel.ERROR,
                message,
                ErrorCode.SYSTEM_ERROR.template(),
                message,
                null,
                errno,
                -1,
                cause);
    }

    /// The number of the error: the JDK only keeps its words.
    private static int errno(String reason) {
        return switch (reason) {
            case "No such file or directory" -> ENOENT;
            case "Connection refused" -> ECONNREFUSED;
            case "Permission denied" -> EACCES;
            default -> -1;
        };
    }

    private static DaemonSocket choose(String path, String daemon, OpenFlags flags) {
        return new DaemonSocket(path, flags.autostart() ? Optional.of(daemon) : Optional.empty());
    }

    private static String path(String prefix, OpenFlags flags) {
        if (flags.user()) {
            return userFolder() + "/" + prefix + "-sock";
        }
        return SYSTEM_FOLDER + "/" + prefix + (flags.readOnly() ? "-sock-ro" : "-sock");
    }

    /// Where the session daemon of this user has its sockets.
    public static String userFolder() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isEmpty()) {
            return runtime + "/libvirt";
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        if (cache != null && !cache.isEmpty()) {
            return cache + "/libvirt";
        }
        String home = System.getenv("HOME");
        return (home == null || home.isEmpty() ? System.getProperty("user.home") : home)
                + "/.cache/libvirt";
    }
}
