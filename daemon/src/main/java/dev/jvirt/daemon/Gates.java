package dev.jvirt.daemon;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.UnixSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/// Where clients come in: at the sockets that the daemon was given if there are any, else at those
/// that it makes.
///
/// @param program the daemon's name, with which the names of services begin
record Gates(String program, ActivatedSockets given) implements AutoCloseable {

    /// Lets clients of a unix socket in, once the server starts.
    ///
    /// @param kind of the service, as systemd's units name it: empty, `-ro` or `-admin`
    /// @param socket where it is, and on which terms its clients come in
    /// @throws StartupException if the socket cannot be made
    void open(RpcServer server, String kind, UnixSocket socket) {
        if (!given.areGiven()) {
            make(server, socket);
            return;
        }
        for (ServerSocketChannel channel : given.claim(service(kind), socket.path())) {
            server.listen(socket, channel);
        }
    }

    /// The sockets that were given for a service of the network.
    ///
    /// @param kind `-tcp` or `-tls`
    List<ServerSocketChannel> claim(String kind, int port) {
        return given.claim(service(kind), port);
    }

    /// Whether sockets were given, which are then the only ones.
    boolean areGiven() {
        return given.areGiven();
    }

    private static void make(RpcServer server, UnixSocket socket) {
        try {
            server.listen(socket);
        } catch (RpcException e) {
            throw new StartupException(ExitCode.NETWORK, String.valueOf(e.getMessage()), e);
        }
    }

    private String service(String kind) {
        return program + kind + ".socket";
    }

    /// The complaint about `--listen` beside sockets that were given: whoever made them makes all.
    StartupException refuseListen() {
        return new StartupException(
                ExitCode.NETWORK,
                "--listen parameter not permitted with systemd activation sockets, see 'man"
                        + " libvirtd' for further guidance");
    }

    /// Refuses sockets that were given and belong to no service.
    void requireAllClaimed() {
        given.requireAllClaimed();
    }

    /// Closes what was given and never used.
    @Override
    public void close() {
        given.close();
    }
}
