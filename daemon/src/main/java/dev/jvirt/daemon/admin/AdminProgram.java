package dev.jvirt.daemon.admin;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.Version;
import dev.jvirt.daemon.config.WorkerConfig;
import dev.jvirt.daemon.log.Log;
import dev.jvirt.protocol.admin.AdminCalls.ClientClose;
import dev.jvirt.protocol.admin.AdminCalls.ClientGetInfo;
import dev.jvirt.protocol.admin.AdminCalls.ConnectGetLibVersion;
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
import dev.jvirt.protocol.admin.AdminCallsHandler;
import dev.jvirt.protocol.admin.AdminClient;
import dev.jvirt.protocol.admin.AdminServer;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The administration of the daemon.
record AdminProgram(ManagedDaemon daemon, IncomingCall call) implements AdminCallsHandler {
    private static final String MIN_WORKERS = "minWorkers";
    private static final String MAX_WORKERS = "maxWorkers";
    private static final String PRIORITY_WORKERS = "prioWorkers";
    private static final String MAX_CLIENTS = "nclients_max";
    private static final String MAX_UNAUTHENTICATED = "nclients_unauth_max";

    @Override
    public void connectOpen(ConnectOpen message) {
        noFlags(message.flags(), "adminDispatchConnectOpen");
    }

    @Override
    public void connectClose() {
        call.closeAfterReply();
    }

    @Override
    public ConnectGetLibVersion.Reply connectGetLibVersion() {
        return new ConnectGetLibVersion.Reply(Version.NUMBER);
    }

    @Override
    public ConnectListServers.Reply connectListServers(ConnectListServers message) {
        noFlags(message.flags(), "adminConnectListServers");
        var servers = new ArrayList<AdminServer>();
        if (message.needResults() != 0) {
            for (ManagedServer server : daemon.servers()) {
                servers.add(new AdminServer(server.name()));
            }
        }
        return new ConnectListServers.Reply(servers, daemon.servers().size());
    }

    @Override
    public ConnectLookupServer.Reply connectLookupServer(ConnectLookupServer message) {
        return new ConnectLookupServer.Reply(
                new AdminServer(server(new AdminServer(message.name())).name()));
    }

    @Override
    public ServerGetThreadpoolParameters.Reply serverGetThreadpoolParameters(
            ServerGetThreadpoolParameters message) {
        WorkerConfig workers = server(message.srv()).workers();
        noFlags(message.flags(), "adminServerGetThreadPoolParameters");
        // Calls that may wait get a thread each: there is always one free, and no queue.
        return new ServerGetThreadpoolParameters.Reply(
                new Parameters()
                        .unsigned(MIN_WORKERS, workers.min())
                        .unsigned(MAX_WORKERS, workers.max())
                        .unsigned("nWorkers", workers.min())
                        .unsigned("freeWorkers", workers.min())
                        .unsigned(PRIORITY_WORKERS, workers.priority())
                        .unsigned("jobQueueDepth", 0)
                        .list());
    }

    @Override
    public void serverSetThreadpoolParameters(ServerSetThreadpoolParameters message) {
        ManagedServer server = matchingServer(message.srv());
        noFlags(message.flags(), "adminServerSetThreadPoolParameters");
        var given = message.params();
        Parameters.check(given, MIN_WORKERS, MAX_WORKERS, PRIORITY_WORKERS);
        WorkerConfig old = server.workers();
        server.setWorkers(
                new WorkerConfig(
                        Parameters.unsigned(given, MIN_WORKERS, old.min()),
                        Parameters.unsigned(given, MAX_WORKERS, old.max()),
                        Parameters.unsigned(given, PRIORITY_WORKERS, old.priority())));
    }

    @Override
    public ServerListClients.Reply serverListClients(ServerListClients message) {
        ManagedServer server = server(message.srv());
        noFlags(message.flags(), "adminServerListClients");
        List<ServerConnection> connections = server.server().connections();
        var clients = new ArrayList<AdminClient>();
        if (message.needResults() != 0) {
            for (ServerConnection connection : connections) {
                clients.add(client(server, connection));
            }
        }
        return new ServerListClients.Reply(clients, connections.size());
    }

    @Override
    public ServerLookupClient.Reply serverLookupClient(ServerLookupClient message) {
        ManagedServer server = server(message.srv());
        noFlags(message.flags(), "adminServerLookupClient");
        ServerConnection found =
                connection(server, message.id(), "No client with matching ID '%s'");
        return new ServerLookupClient.Reply(client(server, found));
    }

    private static AdminClient client(ManagedServer server, ServerConnection connection) {
        return new AdminClient(
                new AdminServer(server.name()),
                connection.id(),
                connection.connectedAt().getEpochSecond(),
                ClientInfo.transport(connection));
    }

    @Override
    public ClientGetInfo.Reply clientGetInfo(ClientGetInfo message) {
        ManagedServer server = matchingServer(message.clnt().srv());
        ServerConnection connection =
                connection(server, message.clnt().id(), "no client with matching id '%s' found");
        noFlags(message.flags(), "adminClientGetInfo");
        return new ClientGetInfo.Reply(ClientInfo.of(connection).list());
    }

    @Override
    public void clientClose(ClientClose message) {
        ServerConnection connection =
                connection(
                        server(message.clnt().srv()),
                        message.clnt().id(),
                        "No client with matching ID '%s'");
        noFlags(message.flags(), "adminClientClose");
        connection.close();
    }

    @Override
    public ServerGetClientLimits.Reply serverGetClientLimits(ServerGetClientLimits message) {
        var server = server(message.srv()).server();
        noFlags(message.flags(), "adminServerGetClientLimits");
        var limits = server.limits();
        return new ServerGetClientLimits.Reply(
                new Parameters()
                        .unsigned(MAX_CLIENTS, limits.maxClients())
                        .unsigned("nclients", server.clientCount())
                        .unsigned(MAX_UNAUTHENTICATED, limits.maxAnonymousClients())
                        .unsigned("nclients_unauth", server.anonymousClientCount())
                        .list());
    }

    @Override
    public void serverSetClientLimits(ServerSetClientLimits message) {
        ManagedServer server = matchingServer(message.srv());
        noFlags(message.flags(), "adminServerSetClientLimits");
        var given = message.params();
        Parameters.check(given, MAX_CLIENTS, MAX_UNAUTHENTICATED);
        var old = server.server().limits();
        server.setClients(
                Parameters.unsigned(given, MAX_CLIENTS, old.maxClients()),
                Parameters.unsigned(given, MAX_UNAUTHENTICATED, old.maxAnonymousClients()));
    }

    @Override
    public ConnectGetLoggingOutputs.Reply connectGetLoggingOutputs(
            ConnectGetLoggingOutputs message) {
        noFlags(message.flags(), "adminConnectGetLoggingOutputs");
        List<String> outputs = Log.instance().outputs();
        return new ConnectGetLoggingOutputs.Reply(String.join(" ", outputs), outputs.size());
    }

    @Override
    public ConnectGetLoggingFilters.Reply connectGetLoggingFilters(
            ConnectGetLoggingFilters message) {
        noFlags(message.flags(), "adminConnectGetLoggingFilters");
        List<String> filters = Log.instance().filters();
        if (filters.isEmpty()) {
            return new ConnectGetLoggingFilters.Reply(Optional.empty(), 0);
        }
        // libvirt puts a blank behind each filter.
        return new ConnectGetLoggingFilters.Reply(
                Optional.of(String.join(" ", filters) + " "), filters.size());
    }

    @Override
    public void connectSetLoggingOutputs(ConnectSetLoggingOutputs message) {
        noFlags(message.flags(), "adminConnectSetLoggingOutputs");
        Log.instance().setOutputs(message.outputs().orElse(""));
    }

    @Override
    public void connectSetLoggingFilters(ConnectSetLoggingFilters message) {
        noFlags(message.flags(), "adminConnectSetLoggingFilters");
        Log.instance().setFilters(message.filters().orElse(""));
    }

    @Override
    public void serverUpdateTlsFiles(ServerUpdateTlsFiles message) {
        ManagedServer server = server(message.srv());
        noFlags(message.flags(), "adminServerUpdateTlsFiles");
        server.updateTls();
    }

    @Override
    public void connectSetDaemonTimeout(ConnectSetDaemonTimeout message) {
        noFlags(message.flags(), "adminConnectSetDaemonTimeout");
        daemon.setTimeout(message.timeout());
    }

    private ManagedServer server(AdminServer named) {
        return server(named, "No server named '%s'");
    }

    private ManagedServer matchingServer(AdminServer named) {
        return server(named, "no server with matching name '%s' found");
    }

    private ManagedServer server(AdminServer named, String complaint) {
        for (ManagedServer server : daemon.servers()) {
            if (server.name().equals(named.name())) {
                return server;
            }
        }
        throw new LibvirtException(
                ErrorDomain.RPC, ErrorCode.NO_SERVER, complaint.formatted(named.name()));
    }

    private static ServerConnection connection(ManagedServer server, long id, String complaint) {
        return server.server()
                .connection(id)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        ErrorDomain.RPC,
                                        ErrorCode.NO_CLIENT,
                                        complaint.formatted(Long.toUnsignedString(id))));
    }

    private static void noFlags(int flags, String function) {
        if (flags != 0) {
            throw new LibvirtException(
                    ErrorDomain.ADMIN,
                    ErrorCode.INVALID_ARG,
                    "unsupported flags (0x%x) in function %s".formatted(flags, function));
        }
    }
}
