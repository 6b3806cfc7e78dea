package dev.jvirt.virsh.admin;

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
import dev.jvirt.protocol.admin.AdminCallsDispatch;
import dev.jvirt.protocol.admin.AdminCallsHandler;
import dev.jvirt.protocol.admin.AdminClient;
import dev.jvirt.protocol.admin.AdminServer;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.ClientSession;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerConnection;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A daemon with the servers `libvirtd` and `admin`, the client 7, and a list of what was done. A
/// client that disconnects client 8 is disconnected itself.
final class FakeAdminDaemon implements AdminCallsHandler, AutoCloseable {
    private static final int CLOSE = 2;
    private static final int NO_SERVER = 95;
    private static final int INVALID_ARG = 8;

    final List<String> done = new CopyOnWriteArrayList<>();
    final Path socket;
    private final CountDownLatch gone = new CountDownLatch(1);
    private final RpcServer server;

    FakeAdminDaemon(Path folder) throws IOException {
        socket = folder.resolve("admin-sock");
        server = new RpcServer("admin", ServerLimits.adminDefaults(), Session::new, new NoHost());
        server.listen(new UnixSocket(socket, 0600, OptionalInt.empty(), false, AuthType.NONE));
        server.start();
    }

    String uri() {
        return "libvirtd:///system?socket=" + socket;
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public void connectOpen(ConnectOpen message) {}

    @Override
    public void connectClose() {}

    @Override
    public ConnectGetLibVersion.Reply connectGetLibVersion() {
        return new ConnectGetLibVersion.Reply(9_001_002);
    }

    @Override
    public ConnectListServers.Reply connectListServers(ConnectListServers message) {
        return new ConnectListServers.Reply(
                List.of(new AdminServer("libvirtd"), new AdminServer("admin")), 2);
    }

    @Override
    public ConnectLookupServer.Reply connectLookupServer(ConnectLookupServer message) {
        if (!message.name().equals("libvirtd")) {
            throw refusal(NO_SERVER, "Server not found: " + message.name());
        }
        return new ConnectLookupServer.Reply(new AdminServer(message.name()));
    }

    @Override
    public ServerGetThreadpoolParameters.Reply serverGetThreadpoolParameters(
            ServerGetThreadpoolParameters message) {
        return new ServerGetThreadpoolParameters.Reply(
                List.of(unsigned("minWorkers", 5), unsigned("maxWorkers", -1)));
    }

    @Override
    public void serverSetThreadpoolParameters(ServerSetThreadpoolParameters message) {
        done.add("threadpool " + text(message.params()));
    }

    @Override
    public ServerListClients.Reply serverListClients(ServerListClients message) {
        return new ServerListClients.Reply(List.of(client(7)), 1);
    }

    @Override
    public ServerLookupClient.Reply serverLookupClient(ServerLookupClient message) {
        return new ServerLookupClient.Reply(client(message.id()));
    }

    private static AdminClient client(long id) {
        return new AdminClient(new AdminServer("libvirtd"), id, 1_700_000_000, 0);
    }

    @Override
    public ClientGetInfo.Reply clientGetInfo(ClientGetInfo message) {
        return new ClientGetInfo.Reply(
                List.of(
                        new TypedParameter("readonly", new TypedValue.OfBoolean(1)),
                        new TypedParameter("unix_user_id", new TypedValue.OfInt(-2)),
                        new TypedParameter("sasl_user_name", new TypedValue.OfString("joe"))));
    }

    @Override
    public void clientClose(ClientClose message) {
        if (message.clnt().id() == 8) {
            server.connections().forEach(ServerConnection::close);
            awaitDisconnection();
        }
        done.add("disconnect " + Long.toUnsignedString(message.clnt().id()));
    }

    private void awaitDisconnection() {
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ServerGetClientLimits.Reply serverGetClientLimits(ServerGetClientLimits message) {
        return new ServerGetClientLimits.Reply(List.of(unsigned("nclients_max", 5000)));
    }

    @Override
    public void serverSetClientLimits(ServerSetClientLimits message) {
        done.add("clients " + text(message.params()));
    }

    @Override
    public ConnectGetLoggingOutputs.Reply connectGetLoggingOutputs(
            ConnectGetLoggingOutputs message) {
        return new ConnectGetLoggingOutputs.Reply("3:stderr", 1);
    }

    @Override
    public ConnectGetLoggingFilters.Reply connectGetLoggingFilters(
            ConnectGetLoggingFilters message) {
        return new ConnectGetLoggingFilters.Reply(Optional.empty(), 0);
    }

    @Override
    public void connectSetLoggingOutputs(ConnectSetLoggingOutputs message) {
        done.add("outputs " + message.outputs().orElse("none"));
    }

    @Override
    public void connectSetLoggingFilters(ConnectSetLoggingFilters message) {
        String filters = message.filters().orElse("none");
        if (filters.equals("bad")) {
            throw refusal(INVALID_ARG, "invalid argument: bad");
        }
        done.add("filters " + filters);
    }

    @Override
    public void serverUpdateTlsFiles(ServerUpdateTlsFiles message) {
        done.add("tls " + message.srv().name());
    }

    @Override
    public void connectSetDaemonTimeout(ConnectSetDaemonTimeout message) {
        done.add("timeout " + Integer.toUnsignedString(message.timeout()));
    }

    private static TypedParameter unsigned(String name, int value) {
        return new TypedParameter(name, new TypedValue.OfUnsignedInt(value));
    }

    private static String text(List<TypedParameter> parameters) {
        var text = new StringBuilder();
        for (TypedParameter parameter : parameters) {
            text.append(parameter.field()).append('=').append(parameter.value()).append(' ');
        }
        return text.toString().strip();
    }

    private static RpcException refusal(int code, String message) {
        return new RpcException(new RpcError(code, 7, message, 2, "%s", message, null, -1, -1));
    }

    private final class Session implements ClientSession, ProgramHandler {
        Session(ServerConnection connection) {
            assert connection.id() >= 0;
        }

        @Override
        public @Nullable ProgramHandler program(int program, int version) {
            return program == Program.ADMIN.number() ? this : null;
        }

        @Override
        public @Nullable Procedure procedure(int number) {
            return AdminCallsDispatch.procedure(number);
        }

        @Override
        public void dispatch(
                Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
            if (procedure.number() == CLOSE) {
                call.closeAfterReply();
            }
            AdminCallsDispatch.dispatch(FakeAdminDaemon.this, procedure.number(), args, reply);
        }

        @Override
        public void disconnected() {
            gone.countDown();
        }

        @Override
        public void close() {}
    }

    private record NoHost() implements SocketHost {
        @Override
        public PeerCredentials peerCredentials(SocketChannel channel) {
            return new PeerCredentials(1, 0, 0);
        }

        @Override
        public boolean sendDescriptor(SocketChannel channel, int descriptor) {
            return false;
        }

        @Override
        public int receiveDescriptor(SocketChannel channel) {
            return -1;
        }

        @Override
        public int duplicateDescriptor(int descriptor) {
            return descriptor;
        }

        @Override
        public void closeDescriptor(int descriptor) {}
    }
}
