package dev.jvirt.remote;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.admin.AdminClientId;
import dev.jvirt.api.admin.AdminTransport;
import dev.jvirt.api.driver.AdminDriver;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.bridge.Parameters;
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
import dev.jvirt.remote.event.CloseEvents;
import dev.jvirt.rpc.client.CloseCause;
import dev.jvirt.rpc.client.RpcClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The administration of a daemon that runs somewhere else.
final class RemoteAdminDriver implements AdminDriver {
    private final AdminTarget target;
    private final RpcClient client;
    private final AdminCallsClient calls;
    private final List<Consumer<CloseReason>> closeHandlers = new CopyOnWriteArrayList<>();
    private volatile boolean closing;

    private RemoteAdminDriver(AdminTarget target, RpcClient client) {
        this.target = target;
        this.client = client;
        calls = new AdminCallsClient(new RemoteCaller(client));
    }

    /// Connects to a daemon that runs already.
    static RemoteAdminDriver open(AdminTarget target) {
        var socket = new DaemonSocket(target.socket(), Optional.empty());
        var connection = new RemoteAdminDriver(target, new RpcClient(socket.open()));
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

    @Override
    public String uri() {
        return target.uri();
    }

    @Override
    public boolean isAlive() {
        return client.isOpen();
    }

    @Override
    public Subscription onClose(Consumer<CloseReason> handler) {
        if (closeHandlers.isEmpty()) {
            client.onClose(this::ended);
        }
        closeHandlers.add(handler);
        return () -> closeHandlers.remove(handler);
    }

    private void ended(CloseCause cause) {
        // A daemon may hang up before we do once we have said farewell.
        if (!closing) {
            closeHandlers.forEach(handler -> handler.accept(CloseEvents.reason(cause)));
        }
    }

    @Override
    public long libraryVersion() {
        return calls.connectGetLibVersion().libVer();
    }

    @Override
    public String loggingOutputs() {
        return calls.connectGetLoggingOutputs(new ConnectGetLoggingOutputs(0)).outputs();
    }

    @Override
    public void setLoggingOutputs(String outputs) {
        calls.connectSetLoggingOutputs(new ConnectSetLoggingOutputs(Optional.of(outputs), 0));
    }

    @Override
    public String loggingFilters() {
        return calls.connectGetLoggingFilters(new ConnectGetLoggingFilters(0)).filters().orElse("");
    }

    @Override
    public void setLoggingFilters(String filters) {
        calls.connectSetLoggingFilters(new ConnectSetLoggingFilters(Optional.of(filters), 0));
    }

    @Override
    public void setDaemonTimeout(int seconds) {
        calls.connectSetDaemonTimeout(new ConnectSetDaemonTimeout(seconds, 0));
    }

    /// Its number on the wire is not among the verified ones.
    @Override
    public void shutdownDaemon(int flags) {
        throw LibvirtException.unsupported(ErrorDomain.ADMIN, "virAdmConnectDaemonShutdown");
    }

    @Override
    public List<String> servers() {
        return calls.connectListServers(new ConnectListServers(1, 0)).servers().stream()
                .map(AdminServer::name)
                .toList();
    }

    @Override
    public String server(String name) {
        return calls.connectLookupServer(new ConnectLookupServer(name, 0)).srv().name();
    }

    @Override
    public TypedParameters threadPool(String server) {
        var call = new ServerGetThreadpoolParameters(new AdminServer(server), 0);
        return Parameters.local(calls.serverGetThreadpoolParameters(call).params());
    }

    @Override
    public void setThreadPool(String server, TypedParameters changes) {
        calls.serverSetThreadpoolParameters(
                new ServerSetThreadpoolParameters(
                        new AdminServer(server), Parameters.remote(changes), 0));
    }

    @Override
    public TypedParameters clientLimits(String server) {
        var call = new ServerGetClientLimits(new AdminServer(server), 0);
        return Parameters.local(calls.serverGetClientLimits(call).params());
    }

    @Override
    public void setClientLimits(String server, TypedParameters changes) {
        calls.serverSetClientLimits(
                new ServerSetClientLimits(new AdminServer(server), Parameters.remote(changes), 0));
    }

    @Override
    public void updateTlsFiles(String server) {
        calls.serverUpdateTlsFiles(new ServerUpdateTlsFiles(new AdminServer(server), 0));
    }

    @Override
    public List<AdminClientId> clients(String server) {
        var call = new ServerListClients(new AdminServer(server), 1, 0);
        return calls.serverListClients(call).clients().stream()
                .map(RemoteAdminDriver::local)
                .toList();
    }

    @Override
    public AdminClientId client(String server, long id) {
        var call = new ServerLookupClient(new AdminServer(server), id, 0);
        return local(calls.serverLookupClient(call).clnt());
    }

    @Override
    public TypedParameters clientInfo(AdminClientId subject) {
        return Parameters.local(
                calls.clientGetInfo(new ClientGetInfo(remote(subject), 0)).params());
    }

    @Override
    public void disconnect(AdminClientId subject) {
        calls.clientClose(new ClientClose(remote(subject), 0));
    }

    private static AdminClient remote(AdminClientId subject) {
        return new AdminClient(
                new AdminServer(subject.server()),
                subject.id(),
                subject.connectedSince(),
                subject.transport().map(AdminTransport::code).orElse(0));
    }

    private static AdminClientId local(AdminClient subject) {
        return new AdminClientId(
                subject.srv().name(),
                subject.id(),
                subject.timestamp(),
                AdminTransport.of(subject.transport()));
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
