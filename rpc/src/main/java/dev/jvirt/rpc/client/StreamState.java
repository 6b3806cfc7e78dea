package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.frame.StreamHoleCodec;
import dev.jvirt.rpc.xdr.XdrException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What has arrived on a stream, how it ended, and who waits for that. Guarded by [#lock].
final class StreamState {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final StreamBacklog received = new StreamBacklog();
    private boolean holes;
    private long lastRead;
    private boolean endOfData;
    private boolean ending;
    private boolean confirmed;
    private @Nullable RpcError error;
    private @Nullable Waiter reader;
    private @Nullable Waiter ender;
    private @Nullable Waiter watcher;
    private boolean wokenUp;

    void allowHoles() {
        lock.lock();
        try {
            holes = true;
        } finally {
            lock.unlock();
        }
    }

    // -- what arrives --

    void accept(Frame packet) {
        lock.lock();
        try {
            switch (packet.header().status()) {
                case MessageStatus.CONTINUE -> acceptData(packet);
                case MessageStatus.OK -> confirmed = true;
                default -> error = readError(packet);
            }
            wakeWaiters();
        } finally {
            lock.unlock();
        }
    }

    private void acceptData(Frame packet) {
        boolean isHole = packet.header().type() == MessageType.STREAM_HOLE;
        if (packet.length() == 0 && !isHole) {
            endOfData = true;
        } else if (!ending && error == null) {
            if (received.isEmpty()) {
                lastRead = System.nanoTime();
            }
            if (isHole) {
                acceptHole(packet);
            } else {
                received.addData(packet);
            }
        }
    }

    private void acceptHole(Frame packet) {
        try {
            long length = StreamHoleCodec.INSTANCE.read(packet.payload());
            if (length < 0) {
                error = RpcError.protocol("Invalid stream hole");
            } else if (length > 0) {
                received.addHole(length);
            }
        } catch (XdrException e) {
            error = RpcError.protocol("Malformed stream hole packet");
        }
    }

    private static RpcError readError(Frame packet) {
        try {
            return RpcErrorCodec.INSTANCE.read(packet.payload());
        } catch (XdrException e) {
            return RpcError.protocol("Unable to decode message payload");
        }
    }

    private void wakeWaiters() {
        if (reader != null && (ending || hasNews())) {
            reader.finish();
        }
        if (ender != null && (confirmed || error != null)) {
            ender.finish();
        }
        if (watcher != null) {
            watcher.finish();
        }
    }

    private boolean hasNews() {
        return !received.isEmpty() || endOfData || confirmed || error != null;
    }

    /// Ends the stream with an error, unless it has one.
    void fail(RpcError why) {
        lock.lock();
        try {
            if (error == null) {
                error = why;
            }
            wakeWaiters();
        } finally {
            lock.unlock();
        }
    }

    /// Forgets what nobody will read.
    void drop() {
        lock.lock();
        try {
            received.clear();
        } finally {
            lock.unlock();
        }
    }

    /// How many bytes wait to be read.
    long backlog() {
        lock.lock();
        try {
            return received.bytes();
        } finally {
            lock.unlock();
        }
    }

    /// When the reader last took something, or got something to take.
    long lastRead() {
        lock.lock();
        try {
            return lastRead;
        } finally {
            lock.unlock();
        }
    }

    // -- reading --

    /// Whether there is nothing to [#take] yet; `waiter` is finished when there is.
    ///
    /// @param waiter null: nobody waits
    boolean isIdle(@Nullable Waiter waiter) {
        lock.lock();
        try {
            boolean idle = !hasNews() && !ending;
            reader = idle ? waiter : null;
            return idle;
        } finally {
            lock.unlock();
        }
    }

    /// The reader waits no longer.
    void readerIsBack() {
        lock.lock();
        try {
            reader = null;
            if (error == null) {
                requireOpen("stream aborted by another thread");
            }
        } finally {
            lock.unlock();
        }
    }

    /// Moves data, up to a hole.
    ///
    /// @return the number of bytes, or what [ClientStream#read] says instead
    int take(ByteBuffer into) {
        lock.lock();
        try {
            if (received.isEmpty()) {
                throwIfEnded();
                return ClientStream.END;
            }
            if (received.hole() == 0) {
                lastRead = System.nanoTime();
                return received.move(into);
            }
            if (holes) {
                return ClientStream.HOLE;
            }
            received.clear();
            error = RpcError.protocol("Unexpected stream hole");
            throw new RpcException(error);
        } finally {
            lock.unlock();
        }
    }

    long takeHole() {
        lock.lock();
        try {
            requireHoles("Holes are not supported with this stream");
            long length = received.hole();
            if (length > 0) {
                received.removeHole();
            } else if (received.isEmpty()) {
                throwIfEnded();
            }
            return length;
        } finally {
            lock.unlock();
        }
    }

    private void requireHoles(String otherwise) {
        if (!holes) {
            throw new RpcException(RpcError.invalid(otherwise));
        }
    }

    // -- writing --

    void requireUsable() {
        lock.lock();
        try {
            throwIfEnded();
        } finally {
            lock.unlock();
        }
    }

    void requireSkipping() {
        lock.lock();
        try {
            throwIfEnded();
            requireHoles("Skipping is not supported with this stream");
        } finally {
            lock.unlock();
        }
    }

    private void throwIfEnded() {
        throwError();
        requireOpen("stream is closed");
    }

    private void throwError() {
        if (error != null) {
            throw new RpcException(error);
        }
    }

    private void requireOpen(String otherwise) {
        if (ending) {
            throw new RpcException(RpcError.failed(otherwise));
        }
    }

    // -- events --

    /// Waits until it is [#wakeup]: for nothing that the socket could bring, so that somebody else
    /// may read it.
    void awaitWakeup() {
        lock.lock();
        try {
            while (!wokenUp) {
                woken.awaitUninterruptibly();
            }
            wokenUp = false;
        } finally {
            lock.unlock();
        }
    }

    /// Whether nothing has come, nor was anybody woken; `waiter` is finished when that changes.
    boolean isQuiet(int events, boolean room, Waiter waiter) {
        lock.lock();
        try {
            boolean quiet = come(room, events) == 0 && !wokenUp;
            watcher = quiet ? waiter : null;
            return quiet;
        } finally {
            lock.unlock();
        }
    }

    /// Those of `events` that have come; ends the wait for them.
    int come(int events, boolean room) {
        lock.lock();
        try {
            watcher = null;
            wokenUp = false;
            return come(room, events);
        } finally {
            lock.unlock();
        }
    }

    private int come(boolean room, int events) {
        boolean over = error != null || ending;
        int come = 0;
        if (over || hasNews()) {
            come |= ClientStream.READABLE;
        }
        if (over || room) {
            come |= ClientStream.WRITABLE;
        }
        if (error != null) {
            come |= ClientStream.FAILED;
        }
        if (over || endOfData || confirmed) {
            come |= ClientStream.HANGUP;
        }
        return come & events;
    }

    void wakeup() {
        lock.lock();
        try {
            wokenUp = true;
            woken.signal();
            if (watcher != null) {
                watcher.finish();
            }
        } finally {
            lock.unlock();
        }
    }

    // -- the end --

    /// Begins the end of the stream; `waiter` is finished when the server has confirmed it.
    ///
    /// @throws RpcException if it has failed, or has ended before
    void end(Waiter waiter) {
        lock.lock();
        try {
            boolean ended = ending;
            ending = true;
            received.clear();
            wakeWaiters();
            throwError();
            if (ended) {
                throw new RpcException(RpcError.failed("stream is closed"));
            }
            ender = waiter;
        } finally {
            lock.unlock();
        }
    }

    /// @throws RpcException how the server ended it, if not in good order
    void requireSuccess() {
        lock.lock();
        try {
            throwError();
        } finally {
            lock.unlock();
        }
    }

    boolean isEnding() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }
}
