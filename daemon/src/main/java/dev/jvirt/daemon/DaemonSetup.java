package dev.jvirt.daemon;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StateContext;
import dev.jvirt.daemon.config.AuthScheme;
import dev.jvirt.daemon.config.DaemonConfig;
import dev.jvirt.flight.record.RecordSettings;
import dev.jvirt.flight.record.Recorder;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.host.Users;
import dev.jvirt.host.file.Folders;
import dev.jvirt.rpc.SocketHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// All that is known before the daemon touches anything.
///
/// @param user who runs the daemon
/// @param recorder records the connections of clients
record DaemonSetup(
        Options options,
        DaemonPaths paths,
        DaemonConfig config,
        SocketHost host,
        int user,
        Optional<Recorder> recorder) {

    private static final Path SYSTEM_BUS = Path.of("/run/dbus/system_bus_socket");
    private static final Path POLKIT_SERVICE =
            Path.of("/usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service");

    private static final String RECORD = "JVIRT_LIBVIRTD_RECORD";

    /// Reads the configuration.
    ///
    /// @throws StartupException that names the file, the line and the key
    static DaemonSetup read(Options options, Map<String, String> environment) {
        int user = Users.current();
        DaemonPaths paths = DaemonPaths.of(options.name(), options.root(), user, environment);
        Path file = options.config().orElse(paths.config());
        try {
            DaemonConfig config =
                    DaemonConfig.load(file, options.config().isEmpty(), usualLogin(paths));
            return new DaemonSetup(
                    options,
                    paths,
                    config,
                    new UnixSockets(),
                    user,
                    recorder(options, environment));
        } catch (LibvirtException e) {
            throw new StartupException(
                    ExitCode.FAILURE, "Can't load config file: " + e.getMessage(), e);
        }
    }

    private static Optional<Recorder> recorder(Options options, Map<String, String> environment) {
        try {
            Optional<RecordSettings> wanted = options.record();
            if (wanted.isEmpty()) {
                wanted = Optional.ofNullable(environment.get(RECORD)).map(RecordSettings::parse);
            }
            return wanted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Recorder(wanted.get(), options.name().program()).prepared());
        } catch (IllegalArgumentException | IOException e) {
            throw new StartupException(ExitCode.FAILURE, String.valueOf(e.getMessage()), e);
        }
    }

    /// The configuration as it is now.
    DaemonConfig readConfig() {
        return DaemonConfig.load(
                options.config().orElse(paths.config()),
                options.config().isEmpty(),
                usualLogin(paths));
    }

    /// How clients of unix sockets log in where nothing is said of it: as in libvirt, the system's
    /// daemon has polkit ask them, here as far as there is one.
    private static AuthScheme usualLogin(DaemonPaths paths) {
        return paths.privileged()
                        && paths.root().isEmpty()
                        && Files.exists(SYSTEM_BUS)
                        && Files.exists(POLKIT_SERVICE)
                ? AuthScheme.POLKIT
                : AuthScheme.NONE;
    }

    /// Makes the folder of the log, which only a daemon in the background needs.
    void makeLogFolder() {
        Path folder = paths.log().toAbsolutePath().getParent();
        if (!options.daemon() || folder == null) {
            return;
        }
        try {
            Folders.create(folder, 0700);
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.FAILURE, "Could not create log directory: " + e.getMessage(), e);
        }
    }

    /// What drivers are told.
    ///
    /// @throws StartupException if the host has no audit trail and the configuration requires one
    StateContext context() {
        return new StateContext(paths.root(), paths.privileged(), AuditLog.open(config.host()));
    }

    Path pidFile() {
        return options.pidFile().orElse(paths.pidFile()).toAbsolutePath();
    }

    Sockets sockets() {
        var folder = config.sockets().directory().map(Path::of).orElse(paths.run());
        return new Sockets(options.name(), config.sockets(), folder, group());
    }

    /// The group that may use the sockets.
    ///
    /// @throws StartupException if the host has none of that name
    private OptionalInt group() {
        var wanted = config.sockets().group();
        if (wanted.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            OptionalInt group = Users.groupId(wanted.get());
            if (group.isPresent()) {
                return group;
            }
            throw noGroup(wanted.get(), null);
        } catch (IOException e) {
            throw noGroup(wanted.get(), e);
        }
    }

    private static StartupException noGroup(String name, @Nullable IOException cause) {
        String message = "unix_sock_group: Failed to find group '%s'".formatted(name);
        return new StartupException(ExitCode.FAILURE, message, cause);
    }
}
