package dev.jvirt.daemon.mirror;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.daemon.FakeHost;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.SessionFactory;
import dev.jvirt.rpc.server.UnixSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A daemon in front of an [EmittingDriver], and connections to it over a real socket.
final class EventHalves implements AutoCloseable {
    private final EmittingDriver far = new EmittingDriver();
    private final Path socket;
    private final RpcServer server;

    private EventHalves(Path folder, boolean older, AccessPolicy policy) throws IOException {
        socket = folder.resolve("socket");
        SessionFactory daemon = new RemoteService(new DriverTable(List.of(far)), policy);
        server =
                new RpcServer(
                        "events",
                        ServerLimits.defaults(),
                        older ? new OlderService(daemon) : daemon,
                        new FakeHost(0));
        server.listen(new UnixSocket(socket, 0700, OptionalInt.empty(), false, AuthType.NONE));
        server.start();
    }

    /// A daemon of today.
    static EventHalves start(Path folder) throws IOException {
        return start(folder, AccessPolicy.ALLOW_ALL);
    }

    /// A daemon in which clients may do what a policy says.
    static EventHalves start(Path folder, AccessPolicy policy) throws IOException {
        return new EventHalves(folder, false, policy);
    }

    /// A daemon that sends messages without the id of a registration.
    static EventHalves startOlder(Path folder) throws IOException {
        return new EventHalves(folder, true, AccessPolicy.ALLOW_ALL);
    }

    /// The driver on the far side.
    EmittingDriver far() {
        return far;
    }

    /// Another connection.
    Connection connect() {
        return Connection.openAuth(
                DriverTable.standard(),
                Optional.of("mirror+unix:///?socket=" + socket),
                Authenticator.none(),
                Flags.none());
    }

    @Override
    public void close() {
        server.close();
    }
}
