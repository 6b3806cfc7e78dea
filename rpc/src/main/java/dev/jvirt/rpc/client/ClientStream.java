package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.frame.StreamHoleCodec;
import dev.jvirt.rpc.xdr.XdrException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A stream that a call has opened. One thread may read while another writes.
///
/// The protocol has no flow control of its own for what the server sends: a stream is read from the
/// one socket that all calls share. So, while more than 16 MiB of a stream wait for their reader,
/// nothing is read from the socket, which makes the server wait and other calls too; a reader that
/// takes nothing for ten seconds loses its stream, and the calls go on. Memory stays bounded, and
/// no forgotten stream can stop a connection.
///
/// Guarded by [#lock].
public final class ClientStream implements AutoCloseable {
    /// What [#read] gives at the end of the data.
    public static final int END = -1;

    /// What [#read] gives where a hole stands next.
    public static final int HOLE = -3;

    /// What [#await] waits for: reading would not wait.
    public static final int READABLE = 1 << 0;

    /// What [#await] waits for: writing would not wait.
    public static final int WRITABLE = 1 << 1;

    /// What [#await] waits for: the stream has failed.
    public static final int FAILED = 1 << 2;

    /// What [#await] waits for: the server gives nothing more.
    public static final int HANGUP = 1 << 3;

    private final RpcClient client;
    private final FrameHeader header;
    private final ClientLimits limits;
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

    ClientStream(RpcClient client, FrameHeader header, ClientLimits limits) {
        this.client = client;
        this.header = header;
        this.limits = limits;
    }

    FrameHeader header() {
        return header;
    }

    /// Lets the stream carry holes: the call that opened it asked for them.
    public void allowHoles() {
        lock.lock();
        try {
            holes = true;
        } finally {
            lock.unlock();
        }
    }

    /// Takes a packet from whoever reads the socket.
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
            if (isFull()) {
                client.conversation().noteFull();
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

    /// Whether its reader is too far behind.
    boolean isFull() {
        lock.lock();
        try {
            return received.bytes() > limits.streamBytes();
        } finally {
            lock.unlock();
        }
    }

    /// How long its reader may still take nothing.
    long patience(long now) {
        lock.lock();
        try {
            return lastRead + limits.streamPatienceNanos() - now;
        } finally {
            lock.unlock();
        }
    }

    /// Gives the stream up: nobody reads it.
    void giveUp() {
        lock.lock();
        try {
            error = RpcError.failed("stream aborted because its data were not read");
            drop();
            wakeWaiters();
        } finally {
            lock.unlock();
        }
        client.conversation().forget(this);
        try {
            sendEnd(MessageStatus.ERROR);
        } catch (RpcException e) {
            // The connection has ended, and the stream with it.
            return;
        }
    }

    void connectionEnded(RpcError why) {
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

    /// Reads at least one byte, waiting for it.
    ///
    /// @return the number of bytes, [#END] or [#HOLE]
    /// @throws RpcException the error that ended the stream
    public int read(ByteBuffer into) {
        while (true) {
            var waiter = new Waiter();
            lock.lock();
            try {
                if (hasNews() || ending) {
                    return take(into);
                }
                reader = waiter;
            } finally {
                lock.unlock();
            }
            awaitData(waiter);
        }
    }

    /// Reads what is there.
    ///
    /// @return the number of bytes, 0 if there are none now, [#END] or [#HOLE]
    /// @throws RpcException the error that ended the stream
    public int readNow(ByteBuffer into) {
        while (isIdle() && client.role().poll()) {
            // until it is for this stream
        }
        lock.lock();
        try {
            return hasNews() || ending ? take(into) : 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        lock.lock();
        try {
            return !hasNews() && !ending;
        } finally {
            lock.unlock();
        }
    }

    private int take(ByteBuffer into) {
        if (received.isEmpty()) {
            requireUsable();
            return END;
        }
        if (received.hole() == 0) {
            return move(into);
        }
        if (!holes) {
            error = RpcError.protocol("Unexpected stream hole");
            drop();
            throw new RpcException(error);
        }
        return HOLE;
    }

    private void awaitData(Waiter waiter) {
        try {
            client.await(waiter, ReadingRole.FOREVER);
        } finally {
            lock.lock();
            try {
                reader = null;
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            if (error == null) {
                requireOpen("stream aborted by another thread");
            }
        } finally {
            lock.unlock();
        }
    }

    private int move(ByteBuffer into) {
        boolean wasFull = isFull();
        int count = received.move(into);
        lastRead = System.nanoTime();
        if (wasFull) {
            client.role().wakeHolder();
        }
        return count;
    }

    /// Takes the hole that stands next.
    ///
    /// @return its length, 0 if none is known of
    /// @throws RpcException if the stream carries no holes, or the error that ended it
    public long takeHole() {
        lock.lock();
        try {
            requireHoles("Holes are not supported with this stream");
            long length = received.hole();
            if (length > 0) {
                received.removeHole();
            } else if (received.isEmpty()) {
                requireUsable();
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

    /// Writes all of `from`, waiting while the server takes nothing.
    ///
    /// @throws RpcException the error that ended the stream
    public void write(ByteBuffer from) {
        while (from.hasRemaining()) {
            checkUsable();
            client.awaitRoom();
            writePacket(from);
        }
    }

    /// Writes what is taken without waiting.
    ///
    /// @return the number of bytes
    /// @throws RpcException the error that ended the stream
    public int writeNow(ByteBuffer from) {
        int start = from.position();
        checkUsable();
        if (!client.hasRoom()) {
            client.role().poll();
        }
        while (from.hasRemaining() && client.hasRoom()) {
            writePacket(from);
        }
        return from.position() - start;
    }

    private void writePacket(ByteBuffer from) {
        FrameHeader packet = header.with(MessageType.STREAM, MessageStatus.CONTINUE);
        int count = Math.min(from.remaining(), Frames.STREAM_DATA_MAX);
        client.send(queue -> queue.sendRaw(packet, from, count));
    }

    /// Writes a run of zeros without sending them.
    ///
    /// @throws RpcException if the stream carries no holes, or the error that ended it
    public void writeHole(long length) {
        checkUsable();
        lock.lock();
        try {
            requireHoles("Skipping is not supported with this stream");
        } finally {
            lock.unlock();
        }
        if (length > 0) {
            FrameHeader packet = header.with(MessageType.STREAM_HOLE, MessageStatus.CONTINUE);
            client.awaitRoom();
            client.send(queue -> queue.send(packet, StreamHoleCodec.INSTANCE, length));
        }
    }

    private void checkUsable() {
        lock.lock();
        try {
            requireUsable();
        } finally {
            lock.unlock();
        }
    }

    private void requireUsable() {
        throwError();
        requireOpen("stream is closed");
    }

    // -- waiting --

    /// Waits until one of `events` has come or [#wakeup] is called. One thread at a time does.
    ///
    /// @return those that have come; none after a wakeup
    public int await(int events) {
        var waiter = new Waiter();
        lock.lock();
        try {
            while (events == 0 && !wokenUp) {
                // Nothing that the socket could bring: somebody else may read it.
                woken.awaitUninterruptibly();
            }
            int come = come(events);
            if (come != 0 || wokenUp) {
                wokenUp = false;
                return come;
            }
            watcher = waiter;
        } finally {
            lock.unlock();
        }
        if ((events & WRITABLE) != 0) {
            client.onRoom(waiter);
        }
        return await(waiter, events);
    }

    private int await(Waiter waiter, int events) {
        try {
            client.await(waiter, ReadingRole.FOREVER);
        } finally {
            lock.lock();
            try {
                watcher = null;
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            wokenUp = false;
            return come(events);
        } finally {
            lock.unlock();
        }
    }

    private int come(int events) {
        boolean over = error != null || ending;
        int come = 0;
        if (over || hasNews()) {
            come |= READABLE;
        }
        if (over || client.hasRoom()) {
            come |= WRITABLE;
        }
        if (error != null) {
            come |= FAILED;
        }
        if (over || endOfData || confirmed) {
            come |= HANGUP;
        }
        return come & events;
    }

    /// Ends the present or the next [#await].
    public void wakeup() {
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
        client.role().wakeHolder(); // it may be the watcher
    }

    // -- the end --

    private void requireOpen(String otherwise) {
        if (ending) {
            throw new RpcException(RpcError.failed(otherwise));
        }
    }

    private void throwError() {
        if (error != null) {
            throw new RpcException(error);
        }
    }

    /// Ends the stream in good order and waits until the server confirms it.
    ///
    /// @throws RpcException what the server found wrong
    public void finish() {
        end(MessageStatus.OK);
    }

    /// Ends the stream without caring for what is under way; how the server takes it is of no
    /// interest.
    ///
    /// @throws RpcException if the stream has ended before
    public void abort() {
        lock.lock();
        try {
            requireOpen("stream is closed");
        } finally {
            lock.unlock();
        }
        close();
    }

    private void end(int status) {
        var waiter = new Waiter();
        lock.lock();
        try {
            boolean ended = ending;
            ending = true;
            drop();
            wakeWaiters();
            throwError();
            if (ended) {
                throw new RpcException(RpcError.failed("stream is closed"));
            }
            ender = waiter;
        } finally {
            lock.unlock();
        }
        client.role().wakeHolder(); // it may be the reader
        try {
            sendEnd(status);
            client.await(waiter, client.deadline());
            lock.lock();
            try {
                throwError();
            } finally {
                lock.unlock();
            }
        } finally {
            client.conversation().forget(this);
        }
    }

    private void sendEnd(int status) {
        FrameHeader packet = header.with(MessageType.STREAM, status);
        client.send(queue -> queue.sendEmpty(packet));
    }

    private void drop() {
        boolean wasFull = isFull();
        received.clear();
        if (wasFull) {
            client.role().wakeHolder();
        }
    }

    /// Aborts a stream that was neither finished nor aborted.
    @Override
    public void close() {
        lock.lock();
        try {
            if (ending) {
                return;
            }
        } finally {
            lock.unlock();
        }
        try {
            end(MessageStatus.ERROR);
        } catch (RpcException e) {
            // It is over either way.
            return;
        }
    }
}
