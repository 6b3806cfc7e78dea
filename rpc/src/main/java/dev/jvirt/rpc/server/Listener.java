package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A socket that is listened on.
final class Listener implements ReaderLoop.Selected {
    private static final int ACCEPTS_PER_TURN = 64;

    private final RpcServer server;
    private final ListeningSocket socket;
    private final Binding binding;
    private @Nullable SelectionKey key;

    /// A channel that has its address.
    interface Binding {
        ServerSocketChannel channel();

        /// Closes the channel, and removes what it leaves behind.
        void close() throws IOException;
    }

    /// A channel that somebody else has bound, and whose name is not ours to remove.
    private record GivenBinding(ServerSocketChannel channel) implements Binding {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private Listener(RpcServer server, ListeningSocket socket, Binding binding) {
        this.server = server;
        this.socket = socket;
        this.binding = binding;
    }

    /// @throws RpcException if the socket cannot be made, or is another daemon's
    static Listener bind(RpcServer server, ListeningSocket socket, int backlog) {
        Binding binding =
                switch (socket) {
                    case UnixSocket unix -> UnixBinding.bind(unix, backlog);
                    case TcpPort port -> TcpBinding.bind(port, backlog, server.host());
                };
        return new Listener(server, socket, binding);
    }

    static Listener of(RpcServer server, ListeningSocket socket, ServerSocketChannel bound) {
        return new Listener(server, socket, new GivenBinding(bound));
    }

    ListeningSocket socket() {
        return socket;
    }

    /// Where clients of a network find it.
    Optional<InetSocketAddress> address() {
        try {
            return binding.channel().getLocalAddress() instanceof InetSocketAddress address
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /// Begins to accept. Called by the loop.
    void start(ReaderLoop loop) throws IOException {
        key = loop.register(binding.channel(), SelectionKey.OP_ACCEPT, this);
    }

    /// Accepts from now on, or not. Called by the loop.
    void accepting(boolean accepts) {
        SelectionKey registered = key;
        if (registered != null && registered.isValid()) {
            registered.interestOps(accepts ? SelectionKey.OP_ACCEPT : 0);
        }
    }

    @Override
    public void selected(SelectionKey selected) {
        try {
            for (int i = 0; i < ACCEPTS_PER_TURN && server.mayAccept(socket); i++) {
                SocketChannel client = binding.channel().accept();
                if (client == null) {
                    return;
                }
                server.accepted(client, socket);
            }
        } catch (IOException e) {
            // Most likely we have run out of descriptors: trying again at once would only spin.
            server.acceptFailed(e);
        }
        server.updateAccepting();
    }

    /// Stops listening.
    void close() {
        try {
            binding.close();
        } catch (IOException e) {
            System.getLogger("dev.jvirt.rpc.server")
                    .log(System.Logger.Level.DEBUG, "closing " + socket + " failed", e);
        }
    }
}
