package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import dev.jvirt.rpc.xdr.XdrException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
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
    private final RpcClient client;
    private final FrameHeader header;
    private final ClientLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<ByteBuffer> received = new ArrayDeque<>();
    private int receivedBytes;
    private long lastRead;
    private boolean endOfData;
    private boolean ending;
    private boolean confirmed;
    private @Nullable RpcError error;
    private @Nullable Waiter reader;
    private @Nullable Waiter ender;

    ClientStream(RpcClient client, FrameHeader header, ClientLimits limits) {
        this.client = client;
        this.header = header;
        this.limits = limits;
    }

    FrameHeader header() {
        return header;
    }

    /// Takes a packet from whoever reads the socket.
    void accept(Frame packet) {
        lock.lock();
        try {
            int status = packet.header().status();
            if (packet.header().type() == MessageType.STREAM_HOLE) {
                error = RpcError.protocol("Unexpected stream hole");
            } else if (status == MessageStatus.CONTINUE) {
                acceptData(packet);
            } else if (status == MessageStatus.OK) {
                confirmed = true;
            } else {
                error = readError(packet);
            }
            wakeWaiters();
        } finally {
            lock.unlock();
        }
    }

    private void acceptData(Frame packet) {
        if (packet.length() == 0) {
            endOfData = true;
        } else if (!ending && error == null) {
            Frame kept = packet.detached();
            if (received.isEmpty()) {
                lastRead = System.nanoTime();
            }
            received.add(ByteBuffer.wrap(kept.data(), kept.offset(), kept.length()));
            receivedBytes += kept.length();
            if (isFull()) {
                client.conversation().noteFull();
            }
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
    }

    private boolean hasNews() {
        return !received.isEmpty() || endOfData || confirmed || error != null;
    }

    /// Whether its reader is too far behind.
    boolean isFull() {
        lock.lock();
        try {
            return receivedBytes > limits.streamBytes();
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
    /// @return the number of bytes, -1 at the end of the data
    /// @throws RpcException the error that ended the stream
    public int read(ByteBuffer into) {
        while (true) {
            var waiter = new Waiter();
            lock.lock();
            try {
                requireOpen("stream is closed");
                if (!received.isEmpty()) {
                    return move(into);
                }
                throwError();
                if (endOfData || confirmed) {
                    return -1;
                }
                reader = waiter;
            } finally {
                lock.unlock();
            }
            awaitData(waiter);
        }
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
            requireOpen("stream aborted by another thread");
        } finally {
            lock.unlock();
        }
    }

    private int move(ByteBuffer into) {
        boolean wasFull = isFull();
        int count = 0;
        while (into.hasRemaining() && !received.isEmpty()) {
            ByteBuffer from = received.element();
            int part = Math.min(from.remaining(), into.remaining());
            into.put(into.position(), from, from.position(), part);
            into.position(into.position() + part);
            from.position(from.position() + part);
            count += part;
            if (!from.hasRemaining()) {
                received.remove();
            }
        }
        receivedBytes -= count;
        lastRead = System.nanoTime();
        if (wasFull) {
            client.role().wakeHolder();
        }
        return count;
    }

    /// Writes all of `from`, waiting while the server takes nothing.
    ///
    /// @throws RpcException the error that ended the stream
    public void write(ByteBuffer from) {
        FrameHeader packet = header.with(MessageType.STREAM, MessageStatus.CONTINUE);
        while (from.hasRemaining()) {
            lock.lock();
            try {
                requireOpen("stream is closed");
                throwError();
            } finally {
                lock.unlock();
            }
            client.awaitRoom();
            int count = Math.min(from.remaining(), Frames.STREAM_DATA_MAX);
            client.send(queue -> queue.sendRaw(packet, from, count));
        }
    }

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
    public void abort() {
        try {
            end(MessageStatus.ERROR);
        } catch (RpcException e) {
            // It is over either way.
            return;
        }
    }

    private void end(int status) {
        var waiter = new Waiter();
        lock.lock();
        try {
            requireOpen("stream is closed");
            ending = true;
            drop();
            wakeWaiters();
            throwError();
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
        receivedBytes = 0;
        if (wasFull) {
            client.role().wakeHolder();
        }
    }

    /// Aborts a stream that was neither finished nor aborted.
    @Override
    public void close() {
        boolean open;
        lock.lock();
        try {
            open = !ending;
        } finally {
            lock.unlock();
        }
        if (open) {
            abort();
        }
    }
}
