package dev.jvirt.rpc.server;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The session of one connection, from the first frame until the last call has ended.
///
/// The connection itself and every call that runs on a thread are users; the last one closes it.
final class SessionHolder {
    private final Runnable onClosed;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile @Nullable ClientSession session;

    /// @param onClosed runs once the session is closed
    SessionHolder(Runnable onClosed) {
        this.onClosed = onClosed;
    }

    void open(ClientSession opened) {
        session = opened;
    }

    /// The session, which is open as long as frames arrive.
    ClientSession session() {
        ClientSession opened = session;
        if (opened == null) {
            throw new IllegalStateException("no session yet");
        }
        return opened;
    }

    /// A call begins to use it.
    void use() {
        users.incrementAndGet();
    }

    /// A user has finished with it.
    void release() {
        if (users.decrementAndGet() > 0) {
            return;
        }
        try {
            ClientSession opened = session;
            if (opened != null) {
                opened.close();
            }
        } catch (RuntimeException e) {
            log(e);
        } finally {
            onClosed.run();
        }
    }

    /// The connection has ended.
    void disconnect() {
        Thread.ofVirtual().name("disconnected").start(this::runDisconnected);
    }

    private void runDisconnected() {
        try {
            ClientSession opened = session;
            if (opened != null) {
                opened.disconnected();
            }
        } catch (RuntimeException e) {
            log(e);
        } finally {
            release();
        }
    }

    private static void log(RuntimeException e) {
        System.getLogger("dev.jvirt.rpc.server")
                .log(System.Logger.Level.ERROR, "a session did not end well", e);
    }
}
