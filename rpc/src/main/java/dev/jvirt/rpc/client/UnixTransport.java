package dev.jvirt.rpc.client;

import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.frame.Frames;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A unix socket.
///
/// [#lock] guards the number of the socket: nobody closes it while a descriptor is passed through
/// it, as the number might be another file's by then.
public final class UnixTransport extends SocketTransport {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<Optional<SocketHost>> finder;
    private boolean lookedForHost;
    private @Nullable Descriptors descriptors;

    private UnixTransport(SocketChannel channel, Supplier<Optional<SocketHost>> finder)
            throws IOException {
        super(channel);
        this.finder = finder;
    }

    /// Connects to the socket at `path`; descriptors cannot be passed.
    public static UnixTransport connect(Path path) throws IOException {
        return connect(path, Optional::empty);
    }

    /// Connects to the socket at `path`; `host` passes descriptors.
    public static UnixTransport connect(Path path, SocketHost host) throws IOException {
        return connect(path, () -> Optional.of(host));
    }

    /// Lets the JVM get ready for sockets while the caller does something else.
    ///
    /// The first unix socket of a process takes as long as all the rest that a short command does:
    /// the JDK looks for a source of random names, although only servers may need one.
    public static void prepare() {
        Thread.ofPlatform().daemon().name("jvirt-prepare").start(UnixTransport::makeUnconnected);
    }

    private static void makeUnconnected() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                var readiness = new Readiness(channel, channel)) {
            readiness.wakeup();
        } catch (IOException e) {
            // Whoever connects meets it again and is told.
            return;
        }
    }

    /// Connects to the socket at `path`.
    ///
    /// @param finder looks for a host that passes descriptors, when the first is to be passed
    public static UnixTransport connect(Path path, Supplier<Optional<SocketHost>> finder)
            throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        try {
            return new UnixTransport(channel, finder);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void expectStreams() throws IOException {
        channel().setOption(StandardSocketOptions.SO_SNDBUF, Frames.STREAM_SOCKET_BYTES);
    }

    @Override
    public Optional<Descriptors> descriptors() {
        lock.lock();
        try {
            if (!lookedForHost) {
                descriptors = finder.get().map(SocketDescriptors::new).orElse(null);
                lookedForHost = true;
            }
            return Optional.ofNullable(descriptors);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            super.close();
        } finally {
            lock.unlock();
        }
    }

    private final class SocketDescriptors implements Descriptors {
        private final SocketHost host;

        SocketDescriptors(SocketHost host) {
            this.host = host;
        }

        @Override
        public boolean send(int descriptor) throws IOException {
            lock.lock();
            try {
                requireOpen();
                return host.sendDescriptor(channel(), descriptor);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int receive() throws IOException {
            lock.lock();
            try {
                requireOpen();
                return host.receiveDescriptor(channel());
            } finally {
                lock.unlock();
            }
        }

        private void requireOpen() throws IOException {
            if (!channel().isOpen()) {
                throw new ClosedChannelException();
            }
        }

        @Override
        public int duplicate(int descriptor) throws IOException {
            return host.duplicateDescriptor(descriptor);
        }

        @Override
        public void close(int descriptor) {
            host.closeDescriptor(descriptor);
        }
    }
}
