package dev.jvirt.api;

import dev.jvirt.api.config.ClientConfig;
import dev.jvirt.api.config.ConfigFolder;
import dev.jvirt.api.driver.AdminConnectDriver;
import dev.jvirt.api.driver.AdminDriver;
import dev.jvirt.api.event.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/// A connection to the administration of a daemon (`virAdmConnectPtr`). It is shared by passing it
/// on (`virAdmConnectRef`).
///
/// ```java
/// try (var admin = AdminConnection.open("libvirtd:///system")) {
///     for (AdminClient client : admin.server("libvirtd").clients()) {
///         System.out.println(client.id() + " since " + client.connectedSince());
///     }
/// }
/// ```
///
/// All methods may be called from any thread. Every method but [#uri] and [#isAlive] throws
/// [LibvirtException]: INVALID_CONN once the connection is closed, or what the daemon refuses with.
public final class AdminConnection implements AutoCloseable {
    private static final String URI_VARIABLE = "LIBVIRT_ADMIN_DEFAULT_URI";

    private final AdminDriver driver;
    private volatile boolean closed;

    private AdminConnection(AdminDriver driver) {
        this.driver = driver;
    }

    /// Connects to the default daemon: `LIBVIRT_ADMIN_DEFAULT_URI`, else `uri_default` of
    /// `libvirt-admin.conf`, else the system's for root and the user's own for others.
    ///
    /// @since 2.0.0
    public static AdminConnection open() {
        return open(standard(), Optional.empty());
    }

    /// Connects to a daemon that runs already (`virAdmConnectOpen`); the code for it is found at
    /// the first use (`virAdmInitialize`).
    ///
    /// @param uri for example `libvirtd:///system` or `virtqemud:///session`, or an alias of
    /// `libvirt-admin.conf`
    /// @throws LibvirtException CONFIG_UNSUPPORTED if it names no daemon, SYSTEM_ERROR if that
    /// cannot be reached
    /// @since 2.0.0
    public static AdminConnection open(String uri) {
        return open(standard(), Optional.of(uri));
    }

    /// Connects through a driver of the caller's choice.
    ///
    /// @param uri empty for the default daemon
    public static AdminConnection open(AdminConnectDriver driver, Optional<String> uri) {
        var config = ClientConfig.read("libvirt-admin.conf");
        String name = uri.orElseGet(() -> usual(config));
        return new AdminConnection(driver.open(config.resolve(name)));
    }

    private static String usual(ClientConfig config) {
        String own = ConfigFolder.isRoots() ? "libvirtd:///system" : "libvirtd:///session";
        return Optional.ofNullable(System.getenv(URI_VARIABLE))
                .filter(name -> !name.isEmpty())
                .or(config::defaultUri)
                .orElse(own);
    }

    private static AdminConnectDriver standard() {
        return ServiceLoader.load(AdminConnectDriver.class)
                .findFirst()
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        ErrorDomain.ADMIN,
                                        ErrorCode.NO_CONNECT,
                                        "no driver for the administration of daemons"));
    }

    /// The URI that names the daemon (`virAdmConnectGetURI`).
    ///
    /// @since 2.0.0
    public String uri() {
        return driver.uri();
    }

    /// Whether the connection still stands, as far as is known without asking
    /// (`virAdmConnectIsAlive`).
    ///
    /// @since 2.0.0
    public boolean isAlive() {
        return !closed && driver.isAlive();
    }

    /// Calls `handler` when the connection ends other than by [#close]
    /// (`virAdmConnectRegisterCloseCallback`); closing the subscription ends that
    /// (`virAdmConnectUnregisterCloseCallback`).
    ///
    /// @since 2.0.0
    public Subscription onClose(Consumer<CloseReason> handler) {
        return driver("virAdmConnectRegisterCloseCallback").onClose(handler);
    }

    /// The daemon's release, counted as major * 1,000,000 + minor * 1,000 + release
    /// (`virAdmConnectGetLibVersion`).
    ///
    /// @since 2.0.0
    public long libraryVersion() {
        return driver("virAdmConnectGetLibVersion").libraryVersion();
    }

    /// What the daemon logs to (`virAdmConnectGetLoggingOutputs`).
    ///
    /// @since 3.0.0
    public String loggingOutputs() {
        return driver("virAdmConnectGetLoggingOutputs").loggingOutputs();
    }

    /// Changes what the daemon logs to (`virAdmConnectSetLoggingOutputs`).
    ///
    /// @param outputs in the form of `log_outputs` of `libvirtd.conf`; an empty text for the
    /// default @since 3.0.0
    public void setLoggingOutputs(String outputs) {
        driver("virAdmConnectSetLoggingOutputs").setLoggingOutputs(outputs);
    }

    /// What the daemon logs beside its level; empty if it has no filters
    /// (`virAdmConnectGetLoggingFilters`).
    ///
    /// @since 3.0.0
    public String loggingFilters() {
        return driver("virAdmConnectGetLoggingFilters").loggingFilters();
    }

    /// Changes what the daemon logs (`virAdmConnectSetLoggingFilters`).
    ///
    /// @param filters in the form of `log_filters` of `libvirtd.conf`; an empty text for none
    /// @since 3.0.0
    public void setLoggingFilters(String filters) {
        driver("virAdmConnectSetLoggingFilters").setLoggingFilters(filters);
    }

    /// Lets the daemon end when it has had no clients for a while
    /// (`virAdmConnectSetDaemonTimeout`).
    ///
    /// @param seconds an unsigned number; 0 for never
    /// @since 8.6.0
    public void setDaemonTimeout(int seconds) {
        driver("virAdmConnectSetDaemonTimeout").setDaemonTimeout(seconds);
    }

    /// Lets the daemon end (`virAdmConnectDaemonShutdown`).
    ///
    /// @param flags the bits of `virAdmConnectDaemonShutdownFlags`
    /// @throws LibvirtException NO_SUPPORT if the daemon is older than the call
    /// @since 11.2.0
    public void shutdownDaemon(int flags) {
        driver("virAdmConnectDaemonShutdown").shutdownDaemon(flags);
    }

    /// The daemon's servers (`virAdmConnectListServers`).
    ///
    /// @since 2.0.0
    public List<AdminServer> servers() {
        return driver("virAdmConnectListServers").servers().stream()
                .map(name -> new AdminServer(this, name))
                .toList();
    }

    /// The server with that name (`virAdmConnectLookupServer`).
    ///
    /// @throws LibvirtException NO_SERVER if there is none
    /// @since 2.0.0
    public AdminServer server(String name) {
        return new AdminServer(this, driver("virAdmConnectLookupServer").server(name));
    }

    /// Closes the connection (`virAdmConnectClose`).
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            driver.close();
        }
    }

    AdminDriver driver(String function) {
        if (closed) {
            throw new LibvirtException(ErrorDomain.ADMIN, ErrorCode.INVALID_CONN, function);
        }
        return driver;
    }
}
