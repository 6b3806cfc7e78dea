package dev.jvirt.rpc.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// What the sockets of all families have in common: the bytes, and waiting for them.
abstract sealed class SocketTransport implements Transport permits TcpTransport, UnixTransport {
    /// The JDK copies through a direct buffer of the size asked for: keep it bounded.
    private static final int WRITE_MAX = 256 << 10;

    private final SocketChannel channel;
    private final Readiness readiness;

    SocketTransport(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.readiness = new Readiness(channel, channel);
    }

    final SocketChannel channel() {
        return channel;
    }

    @Override
    public final int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public final int write(ByteBuffer from) throws IOException {
        int limit = from.limit();
        from.limit(Math.min(limit, from.position() + WRITE_MAX));
        try {
            return channel.write(from);
        } finally {
            from.limit(limit);
        }
    }

    @Override
    public final int write(ByteBuffer head, ByteBuffer body) throws IOException {
        return (int) channel.write(new ByteBuffer[] {head, body});
    }

    @Override
    public final void await(boolean forWriting, long nanos) throws IOException {
        readiness.await(forWriting, nanos);
    }

    @Override
    public final void wakeup() {
        readiness.wakeup();
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void close() {
        try (channel) {
            readiness.close();
        } catch (IOException e) {
            // The connection is gone either way, and nobody could act on it.
            return;
        }
    }
}
