package dev.jvirt.api.driver;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.admin.AdminClientId;
import dev.jvirt.api.event.Subscription;
import java.util.List;
import java.util.function.Consumer;

/// An open connection to the administration of a daemon. Servers are named by their name.
public interface AdminDriver extends AutoCloseable {
    /// The URI that names the daemon.
    String uri();

    /// Whether the connection still stands, as far as is known.
    boolean isAlive();

    /// Calls `handler` once when the connection ends other than by [#close].
    Subscription onClose(Consumer<CloseReason> handler);

    /// The daemon's release.
    long libraryVersion();

    /// What the daemon logs to.
    String loggingOutputs();

    /// Changes what the daemon logs to.
    void setLoggingOutputs(String outputs);

    /// What the daemon logs; empty without filters.
    String loggingFilters();

    /// Changes what the daemon logs.
    void setLoggingFilters(String filters);

    /// Changes the time without clients after which the daemon ends.
    void setDaemonTimeout(int seconds);

    /// Lets the daemon end.
    void shutdownDaemon(int flags);

    /// The names of the servers.
    List<String> servers();

    /// The name of the server, if there is such a one; else NO_SERVER.
    String server(String name);

    /// The workers of a server.
    TypedParameters threadPool(String server);

    /// Changes the workers of a server.
    void setThreadPool(String server, TypedParameters changes);

    /// The limits of a server's clients.
    TypedParameters clientLimits(String server);

    /// Changes the limits of a server's clients.
    void setClientLimits(String server, TypedParameters changes);

    /// Lets a server read its certificates anew.
    void updateTlsFiles(String server);

    /// The clients of a server.
    List<AdminClientId> clients(String server);

    /// The client with that number, or NO_CLIENT.
    AdminClientId client(String server, long id);

    /// Who a client is.
    TypedParameters clientInfo(AdminClientId client);

    /// Ends the connection of a client.
    void disconnect(AdminClientId client);

    @Override
    void close();
}
