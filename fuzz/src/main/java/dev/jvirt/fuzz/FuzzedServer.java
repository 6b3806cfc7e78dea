package dev.jvirt.fuzz;

import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A server with a program of a few calls, and a new connection for each input. What goes wrong in
/// the server's own threads is only seen in its log.
final class FuzzedServer {
    static final int PROGRAM = 0x11223344;

    /// Answers nothing, on the reader.
    static final int ECHO = 1;

    /// Opens a stream, which a thread reads to its end.
    static final int STREAM = 2;

    private static final Logger LOG = Logger.getLogger("dev.jvirt");
    private static @Nullable FuzzedServer running;

    private final ConcurrentLinkedQueue<LogRecord> troubles = new ConcurrentLinkedQueue<>();
    private final UnixDomainSocketAddress address;

    private FuzzedServer() {
        LOG.addHandler(new Troubles());
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Path socket = folder.resolve("socket");
            folder.toFile().deleteOnExit();
            socket.toFile().deleteOnExit();
            address = UnixDomainSocketAddress.of(socket);
            var server =
                    new RpcServer(
                            "fuzz", ServerLimits.defaults(), _ -> new FuzzedSession(), new Host());
            server.listen(new UnixSocket(socket, 0700, OptionalInt.empty(), false, AuthType.NONE));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one of this process.
    static synchronized FuzzedServer running() {
        FuzzedServer server = running;
        if (server == null) {
            server = new FuzzedServer();
            running = server;
        }
        return server;
    }

    /// Sends an input, and waits until the server has closed the connection.
    void feed(byte[] input) {
        try (var client = SocketChannel.open(address)) {
            // More than this a client that reads nothing could not send before both sides wait.
            var rest = ByteBuffer.wrap(input, 0, Math.min(input.length, 64 << 10));
            var answers = ByteBuffer.allocate(4096);
            try {
                while (rest.hasRemaining()) {
                    client.write(rest);
                }
                client.shutdownOutput();
                while (client.read(answers) >= 0) {
                    answers.clear();
                }
            } catch (IOException e) {
                // The server may close whenever it likes.
                answers.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LogRecord trouble = troubles.poll();
        if (trouble != null) {
            throw new IllegalStateException(trouble.getMessage(), trouble.getThrown());
        }
    }

    private final class Troubles extends Handler {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                troubles.add(record);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /// A host where every byte carries a descriptor, which is no file.
    private static final class Host implements SocketHost {
        @Override
        public PeerCredentials peerCredentials(SocketChannel channel) {
            return new PeerCredentials(1, 0, 0);
        }

        @Override
        public boolean sendDescriptor(SocketChannel channel, int descriptor) throws IOException {
            return channel.write(ByteBuffer.wrap(new byte[1])) == 1;
        }

        @Override
        public int receiveDescriptor(SocketChannel channel) throws IOException {
            var one = ByteBuffer.allocate(1);
            return switch (channel.read(one)) {
                case 1 -> one.get(0) & 0xff;
                case 0 -> -1;
                default -> throw new IOException("Connection reset by peer");
            };
        }

        @Override
        public int duplicateDescriptor(int descriptor) {
            return descriptor;
        }

        @Override
        public void closeDescriptor(int descriptor) {}
    }
}
