package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The unix socket of a daemon, and the daemon to start if nobody listens.
///
/// @param daemon the program's name, empty if it must run already
record DaemonSocket(String path, Optional<String> daemon) implements Route {
    private static final int LONGEST_PATH = 107;

    // Not /run: that is what libvirt says in its messages, and where it looks.
    private static final String SYSTEM_FOLDER = "/var/run/libvirt";

    /// Finds the socket for `target`.
    ///
    /// @throws LibvirtException OPERATION_UNSUPPORTED if the mode contradicts the rest
    static DaemonSocket find(RemoteTarget target, OpenFlags flags) {
        Optional<String> socket = target.parameter("socket");
        if (socket.isPresent()) {
            return new DaemonSocket(socket.get(), Optional.empty());
        }
        String legacy = legacy(flags);
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
    @Override
    public Transport connect() {
        if (path.startsWith("@")) {
            throw ConnectFailure.notSupported().exception(what());
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw ConnectFailure.noMemory()
                    .exception("Path %s too long for unix socket".formatted(path));
        }
        Path socket = Path.of(path);
        try {
            return UnixTransport.connect(socket, FileHost::find);
        } catch (IOException e) {
            var failure = ConnectFailure.of(e);
            if (daemon.isEmpty() || !failure.isNobody()) {
                throw failure.exception(what());
            }
            return new DaemonLauncher(socket, daemon.get()).connect();
        }
    }

    /// Where libvirtd listens.
    static String legacy(OpenFlags flags) {
        return path("libvirt", flags);
    }

    private String what() {
        return "Failed to connect socket to '%s'".formatted(path);
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
    static String userFolder() {
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
