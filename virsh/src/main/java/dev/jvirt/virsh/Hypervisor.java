package dev.jvirt.virsh;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.ConnectFlag;
import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.shell.ConnectionGate;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.EndOfConnection;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connection of virsh: opened when the first command needs it, opened again when it broke,
/// changed by `connect`.
public final class Hypervisor implements ConnectionGate {
    private static final String URI_VARIABLE = "VIRSH_DEFAULT_CONNECT_URI";
    private static final String LIBRARY_URI_VARIABLE = "LIBVIRT_DEFAULT_URI";
    private static final int KEEPALIVE_INTERVAL = 5;
    private static final int KEEPALIVE_COUNT = 6;

    private final Shell shell;
    private final DriverTable drivers;
    private final ProgramOptions options;
    private Optional<String> uri = Optional.empty();
    private boolean readOnly;
    private @Nullable Connection connection;
    private @Nullable Subscription closing;
    private EndOfConnection end = new EndOfConnection();
    private volatile boolean disconnected;
    private volatile @Nullable Runnable onDisconnect;

    public Hypervisor(Shell shell, DriverTable drivers, ProgramOptions options) {
        this.shell = shell;
        this.drivers = drivers;
        this.options = options;
    }

    /// The shell that it serves.
    public Shell shell() {
        return shell;
    }

    /// What its commands print with.
    public Output output() {
        return shell.output();
    }

    /// The options of the program.
    public ProgramOptions options() {
        return options;
    }

    /// The open connection.
    public Connection connection() {
        Connection open = connection;
        if (open == null) {
            throw new LibvirtException(ErrorDomain.NONE, ErrorCode.INVALID_CONN, "virsh");
        }
        return open;
    }

    @Override
    public boolean begin() {
        readOnly = options.readOnly();
        if (options.uri().isPresent()) {
            return reconnect(options.uri(), readOnly, false);
        }
        uri = variable(URI_VARIABLE);
        return true;
    }

    private Optional<String> variable(String name) {
        return Optional.of(shell.environment().variable(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public boolean open() {
        if ((connection == null || disconnected) && !reconnect(Optional.empty(), false, false)) {
            return false;
        }
        if (connection == null || !isAlive(connection)) {
            output().error("no valid connection");
            return false;
        }
        shell.forget();
        return true;
    }

    @Override
    public void settle() {
        Connection open = connection;
        if (closing != null && open != null && !isAlive(open)) {
            end.await();
        }
    }

    @Override
    public void failed(LibvirtException error) {
        boolean broken =
                switch (error.code()) {
                    case SYSTEM_ERROR -> error.domain() == ErrorDomain.REMOTE;
                    case RPC, NO_CONNECT, INVALID_CONN -> true;
                    default -> false;
                };
        if (broken) {
            disconnected = true;
        }
    }

    /// Runs `action` should the connection break; null ends that.
    public void onDisconnect(@Nullable Runnable action) {
        onDisconnect = action;
    }

    /// Opens the connection, after closing the one that is open.
    ///
    /// @param name of another connection than before
    /// @param forReading whether the new one is for reading only; without a name it stays as it was
    /// @param asked whether the user asked for it
    boolean reconnect(Optional<String> name, boolean forReading, boolean asked) {
        boolean reading = forReading || name.isEmpty() && readOnly;
        boolean again = connection != null;
        close();
        Optional<String> wanted = name.or(() -> uri).filter(text -> !text.isEmpty());
        Connection opened = connect(wanted.or(() -> variable(LIBRARY_URI_VARIABLE)), reading);
        if (opened == null) {
            output().error(
                            disconnected
                                    ? "Failed to reconnect to the hypervisor"
                                    : "failed to connect to the hypervisor");
            return false;
        }
        connection = opened;
        if (name.isPresent()) {
            uri = name;
        }
        readOnly = reading;
        watch(opened);
        if (again && !asked) {
            output().error("Reconnected to the hypervisor");
        }
        disconnected = false;
        return true;
    }

    /// Opens a connection to another hypervisor, which the caller closes.
    public Connection openOther(String other) {
        return Connection.openAuth(drivers, Optional.of(other), new Login(shell), Flags.none());
    }

    @Override
    public String prompt() {
        return readOnly ? "virsh > " : "virsh # ";
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        if (closing != null) {
            closing.close();
            closing = null;
        }
        try {
            open.close();
        } catch (LibvirtException e) {
            output().error("Failed to disconnect from the hypervisor");
        }
    }

    private @Nullable Connection connect(Optional<String> name, boolean reading) {
        Flags<ConnectFlag> flags = reading ? Flags.of(ConnectFlag.RO) : Flags.none();
        try {
            return connect(name, flags);
        } catch (LibvirtException e) {
            shell.remember(e);
            return reading || e.domain() != ErrorDomain.POLKIT
                    ? null
                    : PolkitAttempts.more(shell, e, () -> connect(name, flags));
        }
    }

    private @Nullable Connection connect(Optional<String> name, Flags<ConnectFlag> flags) {
        Connection opened = Connection.openAuth(drivers, name, new Login(shell), flags);
        return keepAlive(opened) ? opened : null;
    }

    private boolean keepAlive(Connection opened) {
        int interval = options.keepAliveInterval().orElse(KEEPALIVE_INTERVAL);
        int count = options.keepAliveCount().orElse(KEEPALIVE_COUNT);
        if (interval <= 0) {
            return true;
        }
        try {
            if (opened.setKeepAlive(interval, count)) {
                return true;
            }
        } catch (LibvirtException e) {
            shell.remember(e);
        }
        if (options.keepAliveInterval().isPresent() || options.keepAliveCount().isPresent()) {
            output().error("Cannot setup keepalive on connection as requested, disconnecting");
            opened.close();
            return false;
        }
        output().debug(DebugLevel.INFO, "Failed to setup keepalive on connection\n");
        shell.forget();
        return true;
    }

    private void watch(Connection opened) {
        var news = new EndOfConnection();
        end = news;
        try {
            closing =
                    opened.onClose(
                            reason -> {
                                broke(opened, reason);
                                news.tell();
                            });
        } catch (LibvirtException e) {
            shell.remember(e);
            output().error("Unable to register disconnect callback");
        }
    }

    private void broke(Connection broken, CloseReason reason) {
        String why =
                switch (reason) {
                    case ERROR -> "I/O error";
                    case EOF -> "end of file";
                    case KEEPALIVE -> "keepalive timeout";
                    case CLIENT -> "";
                };
        if (why.isEmpty()) {
            return;
        }
        output().error("Disconnected from " + uriOf(broken) + " due to " + why);
        disconnected = true;
        Runnable action = onDisconnect;
        if (action != null) {
            action.run();
        }
    }

    private static String uriOf(Connection broken) {
        try {
            return broken.uri();
        } catch (LibvirtException e) {
            return "<null>";
        }
    }

    private static boolean isAlive(Connection open) {
        try {
            return open.isAlive();
        } catch (LibvirtException e) {
            return true;
        }
    }
}
