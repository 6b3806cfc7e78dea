package dev.jvirt.rpc.client;

import dev.jvirt.rpc.SocketHost;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unix socket.
///
/// The channel never blocks and waiting is done with a selector: so a wait has a deadline, another
/// thread can end it, and an interrupted thread does not close the connection of all others.
public final class UnixTransport implements Transport {
    /// The JDK copies through a direct buffer of the size asked for: keep it bounded.
    private static final int WRITE_MAX = 256 << 10;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final @Nullable Descriptors descriptors;

    private UnixTransport(SocketChannel channel, @Nullable SocketHost host) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, SelectionKey.OP_READ);
        this.descriptors = host == null ? null : new SocketDescriptors(channel, host);
    }

    /// Connects to the socket at `path`; descriptors cannot be passed.
    public static UnixTransport connect(Path path) throws IOException {
        return open(path, null);
    }

    /// Connects to the socket at `path`; `host` passes descriptors.
    public static UnixTransport connect(Path path, SocketHost host) throws IOException {
        return open(path, host);
    }

    private static UnixTransport open(Path path, @Nullable SocketHost host) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        try {
            return new UnixTransport(channel, host);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int limit = from.limit();
        from.limit(Math.min(limit, from.position() + WRITE_MAX));
        try {
            return channel.write(from);
        } finally {
            from.limit(limit);
        }
    }

    @Override
    public void await(boolean forWriting, long nanos) throws IOException {
        int wanted =
                forWriting ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        try {
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
            if (nanos <= 0) {
                selector.selectNow();
            } else if (nanos == Long.MAX_VALUE) {
                selector.select();
            } else {
                // Rounded up: a wait of some microseconds must not become a busy loop.
                selector.select(nanos / 1_000_000 + 1);
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | java.nio.channels.CancelledKeyException e) {
            throw new IOException("Bad file descriptor", e);
        }
    }

    @Override
    public void wakeup() {
        selector.wakeup();
    }

    @Override
    public Optional<Descriptors> descriptors() {
        return Optional.ofNullable(descriptors);
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            // A selector that is closed ends its wait and lets go of the channel.
            selector.wakeup();
        } catch (IOException e) {
            // The connection is gone either way, and nobody could act on it.
            return;
        }
    }

    private record SocketDescriptors(SocketChannel channel, SocketHost host)
            implements Descriptors {
        @Override
        public boolean send(int descriptor) throws IOException {
            return host.sendDescriptor(channel, descriptor);
        }

        @Override
        public int receive() throws IOException {
            return host.receiveDescriptor(channel);
        }

        @Override
        public void close(int descriptor) {
            host.closeDescriptor(descriptor);
        }
    }
}
