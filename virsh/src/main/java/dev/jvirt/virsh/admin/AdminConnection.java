package dev.jvirt.virsh.admin;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.admin.AdminCalls.ClientClose;
import dev.jvirt.protocol.admin.AdminCalls.ClientGetInfo;
import dev.jvirt.protocol.admin.AdminCalls.ConnectGetLoggingFilters;
import dev.jvirt.protocol.admin.AdminCalls.ConnectGetLoggingOutputs;
import dev.jvirt.protocol.admin.AdminCalls.ConnectListServers;
import dev.jvirt.protocol.admin.AdminCalls.ConnectLookupServer;
import dev.jvirt.protocol.admin.AdminCalls.ConnectOpen;
import dev.jvirt.protocol.admin.AdminCalls.ConnectSetDaemonTimeout;
import dev.jvirt.protocol.admin.AdminCalls.ConnectSetLoggingFilters;
import dev.jvirt.protocol.admin.AdminCalls.ConnectSetLoggingOutputs;
import dev.jvirt.protocol.admin.AdminCalls.ServerGetClientLimits;
import dev.jvirt.protocol.admin.AdminCalls.ServerGetThreadpoolParameters;
import dev.jvirt.protocol.admin.AdminCalls.ServerListClients;
import dev.jvirt.protocol.admin.AdminCalls.ServerLookupClient;
import dev.jvirt.protocol.admin.AdminCalls.ServerSetClientLimits;
import dev.jvirt.protocol.admin.AdminCalls.ServerSetThreadpoolParameters;
import dev.jvirt.protocol.admin.AdminCalls.ServerUpdateTlsFiles;
import dev.jvirt.protocol.admin.AdminCallsClient;
import dev.jvirt.protocol.admin.AdminClient;
import dev.jvirt.protocol.admin.AdminServer;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.remote.DaemonSocket;
import dev.jvirt.remote.RemoteCaller;
import dev.jvirt.rpc.client.CloseCause;
import dev.jvirt.rpc.client.RpcClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A connection to the administration of a daemon (`virAdmConnectPtr`). Every method but [#isAlive]
/// throws [LibvirtException] if the daemon refuses or has gone.
final class AdminConnection implements AutoCloseable {
    private final AdminTarget target;
    private final RpcClient client;
    private final AdminCallsClient calls;
    private volatile boolean closing;

    private AdminConnection(AdminTarget target, RpcClient client) {
        this.target = target;
        this.client = client;
        calls = new AdminCallsClient(new RemoteCaller(client));
    }

    /// Connects to a daemon that runs already.
    static AdminConnection open(AdminTarget target) {
        var socket = new DaemonSocket(target.socket(), Optional.empty());
        var connection = new AdminConnection(target, new RpcClient(socket.connect()));
        boolean opened = false;
        try {
            connection.calls.connectOpen(new ConnectOpen(0));
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                connection.client.close();
            }
        }
    }

    String uri() {
        return target.uri();
    }

    boolean isAlive() {
        return client.isOpen();
    }

    /// Tells `handler` how the connection ended, unless this side closes it.
    void onClose(Consumer<CloseCause> handler) {
        client.onClose(
                cause -> {
                    // A daemon may hang up before we do once we have said farewell.
                    if (!closing) {
                        handler.accept(cause);
                    }
                });
    }

    // -- the daemon --

    /// The daemon's release, counted as major * 1,000,000 + minor * 1,000 + release.
    long libraryVersion() {
        return calls.connectGetLibVersion().libVer();
    }

    /// What the daemon logs to.
    String logOutputs() {
        return calls.connectGetLoggingOutputs(new ConnectGetLoggingOutputs(0)).outputs();
    }

    /// What the daemon logs; empty if it has no filters.
    String logFilters() {
        return calls.connectGetLoggingFilters(new ConnectGetLoggingFilters(0)).filters().orElse("");
    }

    /// @param outputs an empty text for the default ones
    void setLogOutputs(String outputs) {
        calls.connectSetLoggingOutputs(new ConnectSetLoggingOutputs(Optional.of(outputs), 0));
    }

    /// @param filters an empty text for none
    void setLogFilters(String filters) {
        calls.connectSetLoggingFilters(new ConnectSetLoggingFilters(Optional.of(filters), 0));
    }

    /// @param seconds without clients after which the daemon ends, an unsigned number; 0 for never
    void setTimeout(int seconds) {
        calls.connectSetDaemonTimeout(new ConnectSetDaemonTimeout(seconds, 0));
    }

    // -- its servers --

    List<AdminServer> servers() {
        return calls.connectListServers(new ConnectListServers(1, 0)).servers();
    }

    /// The server of that name, or NO_SERVER.
    AdminServer server(String name) {
        return calls.connectLookupServer(new ConnectLookupServer(name, 0)).srv();
    }

    List<TypedParameter> threadpool(AdminServer server) {
        return calls.serverGetThreadpoolParameters(new ServerGetThreadpoolParameters(server, 0))
                .params();
    }

    void setThreadpool(AdminServer server, List<TypedParameter> changes) {
        calls.serverSetThreadpoolParameters(new ServerSetThreadpoolParameters(server, changes, 0));
    }

    List<TypedParameter> clientLimits(AdminServer server) {
        return calls.serverGetClientLimits(new ServerGetClientLimits(server, 0)).params();
    }

    void setClientLimits(AdminServer server, List<TypedParameter> changes) {
        calls.serverSetClientLimits(new ServerSetClientLimits(server, changes, 0));
    }

    void updateTls(AdminServer server) {
        calls.serverUpdateTlsFiles(new ServerUpdateTlsFiles(server, 0));
    }

    // -- their clients --

    List<AdminClient> clients(AdminServer server) {
        return calls.serverListClients(new ServerListClients(server, 1, 0)).clients();
    }

    /// The client with that id, which is an unsigned number, or NO_CLIENT.
    AdminClient client(AdminServer server, long id) {
        return calls.serverLookupClient(new ServerLookupClient(server, id, 0)).clnt();
    }

    List<TypedParameter> info(AdminClient subject) {
        return calls.clientGetInfo(new ClientGetInfo(subject, 0)).params();
    }

    void disconnect(AdminClient subject) {
        calls.clientClose(new ClientClose(subject, 0));
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (client.isOpen()) {
                calls.connectClose();
            }
        } catch (LibvirtException e) {
            // It ends either way; a farewell that cannot be said is no error.
            return;
        } finally {
            client.close();
        }
    }
}
