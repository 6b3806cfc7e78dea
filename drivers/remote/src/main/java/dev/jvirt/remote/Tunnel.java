package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Carries the bytes of a client that came to this host by other means to the daemon of this host,
/// whose socket only this host knows.
public final class Tunnel {
    private static final int CHUNK = 64 << 10;

    private final DaemonSocket socket;

    private Tunnel(DaemonSocket socket) {
        this.socket = socket;
    }

    /// The tunnel to the daemon that a local URI leads to.
    ///
    /// @throws LibvirtException if the URI leads elsewhere
    public static Tunnel to(ConnectUri uri, boolean readOnly) {
        RemoteTarget target = RemoteTarget.of(uri);
        if (!target.transport().equals(RemoteTarget.UNIX)) {
            throw new LibvirtException(
                    ErrorDomain.RPC,
                    ErrorCode.INVALID_ARG,
                    "unexpected transport '%s'".formatted(target.transport()));
        }
        OpenFlags flags = OpenFlags.of(Optional.of(uri), target, readOnly);
        return new Tunnel(DaemonSocket.find(target, flags));
    }

    /// The path of the daemon's socket.
    public String socket() {
        return socket.path();
    }

    /// Connects to the daemon, starting it if that is allowed, and carries bytes until one side
    /// ends.
    ///
    /// @param in what the client sends; it is read on a thread of its own, which may stay behind
    /// @throws LibvirtException SYSTEM_ERROR if the daemon cannot be reached
    /// @throws IOException if the client cannot be served any more
    public void forward(InputStream in, OutputStream out) throws IOException {
        try (Transport daemon = socket.connect()) {
            var sending = new Sending(daemon);
            Thread.ofPlatform().daemon().name("jvirt-tunnel").start(() -> sending.readAll(in));
            byte[] chunk = new byte[CHUNK];
            while (true) {
                int count = daemon.read(ByteBuffer.wrap(chunk));
                if (count < 0) {
                    return;
                }
                out.write(chunk, 0, count);
                out.flush();
                boolean more = sending.flush();
                if (sending.isDone()) {
                    return;
                }
                if (count == 0) {
                    daemon.await(more, Long.MAX_VALUE);
                }
            }
        }
    }

    /// What the client has sent and the daemon has not taken yet: one chunk, so that a daemon that
    /// takes nothing holds up the client. Guarded by [#lock].
    private static final class Sending {
        private final Transport daemon;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition taken = lock.newCondition();
        private final byte[] chunk = new byte[CHUNK];
        private ByteBuffer pending = ByteBuffer.wrap(chunk, 0, 0);
        private boolean ended;

        Sending(Transport daemon) {
            this.daemon = daemon;
        }

        void readAll(InputStream in) {
            try {
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    hand(count);
                }
            } catch (IOException gone) {
                // The client is gone, as it is at the end.
                assert gone != null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end();
            }
        }

        private void hand(int count) throws InterruptedException {
            lock.lock();
            try {
                pending = ByteBuffer.wrap(chunk, 0, count);
                daemon.wakeup();
                while (pending.hasRemaining()) {
                    taken.await();
                }
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            lock.lock();
            try {
                ended = true;
                daemon.wakeup();
            } finally {
                lock.unlock();
            }
        }

        /// Writes what fits.
        ///
        /// @return whether something is left
        boolean flush() throws IOException {
            lock.lock();
            try {
                while (pending.hasRemaining() && daemon.write(pending) > 0) {
                    if (!pending.hasRemaining()) {
                        taken.signal();
                    }
                }
                return pending.hasRemaining();
            } finally {
                lock.unlock();
            }
        }

        boolean isDone() {
            lock.lock();
            try {
                return ended && !pending.hasRemaining();
            } finally {
                lock.unlock();
            }
        }
    }
}
