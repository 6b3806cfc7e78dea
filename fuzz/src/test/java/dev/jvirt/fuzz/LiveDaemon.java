package dev.jvirt.fuzz;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.daemon.admin.AdminService;
import dev.jvirt.daemon.admin.ManagedDaemon;
import dev.jvirt.daemon.admin.ManagedServer;
import dev.jvirt.daemon.config.WorkerConfig;
import dev.jvirt.daemon.log.Log;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.SessionFactory;
import dev.jvirt.rpc.server.UnixSocket;
import dev.jvirt.test.TestDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The servers of a daemon with the test driver, on the sockets `open`, `readonly`, `closed` (whose
/// clients cannot authenticate) and `admin`, and one client that behaves.
final class LiveDaemon implements AutoCloseable {
    static final String URI = "test:///default";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// How the server says that something of its own went wrong.
    static final String DEFECT = " failed: java.";

    private final Path folder;
    private final RpcServer server;
    private final RpcServer admin;
    private final RpcClient witness;

    private LiveDaemon(Path folder) throws IOException {
        this.folder = folder;
        Log.instance().setOutputs("4:file:" + folder.resolve("log"));
        var drivers = new DriverTable(List.of(new TestDriver()));
        server = server("libvirtd", new RemoteService(drivers));
        listen(server, "open", false, AuthType.NONE);
        listen(server, "readonly", true, AuthType.NONE);
        listen(server, "closed", false, AuthType.SASL);
        var managed = List.of(new ManagedServer(server, new WorkerConfig(1, 1, 1)));
        int owner = (Integer) Files.getAttribute(folder, "unix:uid");
        admin = server("admin", new AdminService(new Managed(managed), owner));
        listen(admin, "admin", false, AuthType.NONE);
        server.start();
        admin.start();
        witness = connect("open");
    }

    /// @param folder for its sockets and its log
    static LiveDaemon start(Path folder) throws IOException {
        return new LiveDaemon(folder);
    }

    private static RpcServer server(String name, SessionFactory sessions) throws IOException {
        return new RpcServer(name, ServerLimits.defaults(), sessions, new UnixSockets());
    }

    private void listen(RpcServer at, String socket, boolean readOnly, AuthType auth) {
        at.listen(new UnixSocket(socket(socket), 0700, OptionalInt.empty(), readOnly, auth));
    }

    private record Managed(List<ManagedServer> servers) implements ManagedDaemon {
        @Override
        public void setTimeout(int seconds) {}
    }

    Path socket(String name) {
        return folder.resolve(name);
    }

    /// A client that has opened the hypervisor.
    RpcClient connect(String socket) throws IOException {
        var client = new RpcClient(UnixTransport.connect(socket(socket)));
        client.setDeadline(PATIENCE);
        new ConnectCallsClient(client).connectOpen(new ConnectOpen(Optional.of(URI), 0));
        return client;
    }

    /// What the client that behaves is told when it asks for the type of the hypervisor.
    String askedByAnother() {
        return new ConnectCallsClient(witness).connectGetType().type();
    }

    /// How many clients there are, with the one that behaves.
    int clientCount() {
        return server.clientCount() + admin.clientCount();
    }

    @Override
    public void close() {
        witness.close();
        server.close();
        admin.close();
        Log.instance().setOutputs("4:stderr");
    }
}
