package dev.jvirt.flight.replay;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Accepts clients on a unix socket, each on a thread of its own, until it is closed.
public final class SocketServer implements AutoCloseable {
    private final Path path;
    private final ServerSocketChannel channel;
    private final Visit visit;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    /// What is done with a client.
    interface Visit {
        void serve(SocketChannel client) throws IOException;
    }

    SocketServer(Path path, Visit visit) throws IOException {
        this.path = path;
        this.visit = visit;
        this.channel = Sockets.listen(path);
    }

    /// Accepts until [#close].
    public void run() throws IOException {
        try {
            while (true) {
                SocketChannel client = channel.accept();
                clients.add(client);
                // Blocking sockets hold on to the carrier of a virtual thread.
                Thread.ofPlatform().daemon().name("client").start(() -> serve(client));
            }
        } catch (AsynchronousCloseException e) {
            // closed: that is how it ends
        } catch (ClosedChannelException e) {
            // closed before it began
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            visit.serve(client);
        } catch (AsynchronousCloseException e) {
            // this end was closed
        } catch (IOException | RuntimeException e) {
            System.getLogger("dev.jvirt.flight")
                    .log(
                            System.Logger.Level.WARNING,
                            "the connection of a client ended: {0}",
                            e.getMessage());
        } finally {
            clients.remove(client);
        }
    }

    /// Ends all connections and removes the socket.
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
        for (SocketChannel client : clients) {
            client.close();
        }
    }
}
