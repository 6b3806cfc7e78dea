package dev.jvirt.rpc.client;

import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.server.RawClient;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A server that says what a test tells it, to one client.
final class FakeServer implements AutoCloseable {
    private final Path path;
    private final ServerSocketChannel listener;
    private final SocketChannel channel;
    private final FrameReader frames = new FrameReader(true);
    private final RpcClient client;

    FakeServer() throws IOException {
        this(ClientLimits.DEFAULTS);
    }

    FakeServer(ClientLimits limits) throws IOException {
        this(limits, Optional.empty());
    }

    /// A server whose client passes descriptors.
    FakeServer(SocketHost host) throws IOException {
        this(ClientLimits.DEFAULTS, Optional.of(host));
    }

    private FakeServer(ClientLimits limits, Optional<SocketHost> host) throws IOException {
        path = Files.createTempDirectory("rpc").resolve("s");
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(path));
        client = new RpcClient(UnixTransport.connect(path, () -> host), limits);
        channel = listener.accept();
    }

    RpcClient client() {
        return client;
    }

    SocketChannel channel() {
        return channel;
    }

    /// The next message but pings and pongs.
    Frame receive() throws IOException {
        Frame frame = receiveAny();
        while (KeepAlive.isKeepAlive(frame.header())) {
            frame = receiveAny();
        }
        return frame;
    }

    Frame receiveAny() throws IOException {
        while (true) {
            Frame frame = frames.next();
            if (frame != null) {
                return frame;
            }
            if (frames.fill(channel::read) < 0) {
                throw new IOException("closed");
            }
        }
    }

    void send(FrameHeader header, int... words) throws IOException {
        sendRaw(RawClient.frame(header, words));
    }

    void sendRaw(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    void hangUp() throws IOException {
        channel.close();
    }

    @Override
    public void close() throws IOException {
        client.close();
        channel.close();
        listener.close();
        Files.delete(path);
        Files.delete(java.util.Objects.requireNonNull(path.getParent()));
    }
}
