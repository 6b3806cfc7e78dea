package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.StreamHoleCodec;
import java.nio.ByteBuffer;

/// A stream that a call has opened. One thread may read while another writes.
///
/// The protocol has no flow control of its own for what the server sends: a stream is read from the
/// one socket that all calls share. So, while more than 16 MiB of a stream wait for their reader,
/// nothing is read for the stream's sake, which makes the server wait. Calls do not wait: for them
/// the socket is read on as far as they need, see [Overrun], until 64 MiB wait. Then calls wait for
/// the reader, who loses the stream if it takes nothing for a second; without calls it has ten
/// seconds. Memory stays bounded, and no forgotten stream can stop a connection.
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

    private static final long OVERFULL = 4;
    private static final long HURRY = 10;

    private final RpcClient client;
    private final FrameHeader header;
    private final ClientLimits limits;
    private final StreamState state = new StreamState();

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
        state.allowHoles();
    }

    // -- the side of whoever reads the socket --

    /// Takes a packet.
    void accept(Frame packet) {
        state.accept(packet);
        if (isFull()) {
            client.conversation().noteFull();
        }
    }

    /// How many bytes wait for its reader.
    long backlog() {
        return state.backlog();
    }

    /// Whether its reader is too far behind.
    boolean isFull() {
        return backlog() > limits.streamBytes();
    }

    /// Whether not even for a call more may be kept.
    boolean isOverfull() {
        return backlog() > OVERFULL * limits.streamBytes();
    }

    /// How long its reader may still take nothing.
    ///
    /// @param calls whether calls wait
    long patience(long now, boolean calls) {
        long patience = limits.streamPatienceNanos();
        return state.lastRead() + (calls && isOverfull() ? patience / HURRY : patience) - now;
    }

    /// Gives the stream up: nobody reads it.
    void giveUp() {
        state.fail(RpcError.failed("stream aborted because its data were not read"));
        state.drop();
        client.conversation().forget(this);
        try {
            sendEnd(MessageStatus.ERROR);
        } catch (RpcException e) {
            // The connection has ended, and the stream with it.
            return;
        }
    }

    void connectionEnded(RpcError why) {
        state.fail(why);
    }

    // -- reading --

    /// Reads at least one byte, waiting for it.
    ///
    /// @return the number of bytes, [#END] or [#HOLE]
    /// @throws RpcException the error that ended the stream
    public int read(ByteBuffer into) {
        var waiter = new Waiter();
        while (state.isIdle(waiter)) {
            try {
                client.await(waiter, ReadingRole.FOREVER);
            } finally {
                state.readerIsBack();
            }
            waiter = new Waiter();
        }
        return take(into);
    }

    /// Reads what is there.
    ///
    /// @return the number of bytes, 0 if there are none now, [#END] or [#HOLE]
    /// @throws RpcException the error that ended the stream
    public int readNow(ByteBuffer into) {
        while (state.isIdle(null) && client.role().poll()) {
            // until it is for this stream
        }
        return state.isIdle(null) ? 0 : take(into);
    }

    private int take(ByteBuffer into) {
        boolean wasFull = isFull();
        int count = state.take(into);
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
        return state.takeHole();
    }

    // -- writing --

    /// Writes all of `from`, waiting while the server takes nothing.
    ///
    /// @throws RpcException the error that ended the stream
    public void write(ByteBuffer from) {
        FrameHeader packet = header.with(MessageType.STREAM, MessageStatus.CONTINUE);
        while (from.hasRemaining()) {
            state.requireUsable();
            client.awaitRoom();
            int count = Math.min(from.remaining(), Frames.STREAM_DATA_MAX);
            client.sendPacket(packet, from.slice(from.position(), count));
            from.position(from.position() + count);
        }
    }

    /// Writes what is taken without waiting.
    ///
    /// @return the number of bytes
    /// @throws RpcException the error that ended the stream
    public int writeNow(ByteBuffer from) {
        int start = from.position();
        state.requireUsable();
        if (!client.hasRoom()) {
            client.role().poll();
        }
        FrameHeader packet = header.with(MessageType.STREAM, MessageStatus.CONTINUE);
        while (from.hasRemaining() && client.hasRoom()) {
            int count = Math.min(from.remaining(), Frames.STREAM_DATA_MAX);
            client.send(queue -> queue.sendRaw(packet, from, count));
        }
        client.sendInBackground();
        return from.position() - start;
    }

    /// Writes a run of zeros without sending them.
    ///
    /// @throws RpcException if the stream carries no holes, or the error that ended it
    public void writeHole(long length) {
        state.requireSkipping();
        if (length > 0) {
            FrameHeader packet = header.with(MessageType.STREAM_HOLE, MessageStatus.CONTINUE);
            client.awaitRoom();
            client.send(queue -> queue.send(packet, StreamHoleCodec.INSTANCE, length));
        }
    }

    // -- events --

    /// Waits until one of `events` has come or [#wakeup] is called. One thread at a time does.
    ///
    /// @return those that have come; none after a wakeup
    public int await(int events) {
        if (events == 0) {
            state.awaitWakeup();
            return 0;
        }
        var waiter = new Waiter();
        try {
            if (state.isQuiet(events, client.hasRoom(), waiter)) {
                if ((events & WRITABLE) != 0) {
                    client.onRoom(waiter);
                }
                client.await(waiter, ReadingRole.FOREVER);
            }
        } finally {
            state.come(0, false);
        }
        return state.come(events, client.hasRoom());
    }

    /// Ends the present or the next [#await].
    public void wakeup() {
        state.wakeup();
        client.role().wakeHolder(); // it may be the one who waits
    }

    // -- the end --

    /// Ends the stream in good order and waits until the server confirms it.
    ///
    /// @throws RpcException what the server found wrong, or that the stream has ended before
    public void finish() {
        end(MessageStatus.OK);
    }

    /// Ends the stream without caring for what is under way; how the server takes it is of no
    /// interest.
    ///
    /// @throws RpcException if the stream has ended before
    public void abort() {
        if (state.isEnding()) {
            throw new RpcException(RpcError.failed("stream is closed"));
        }
        close();
    }

    private void end(int status) {
        var waiter = new Waiter(true);
        try {
            state.end(waiter);
            client.role().wakeHolder(); // it may be the reader
            sendEnd(status);
            client.await(waiter, client.deadline());
            state.requireSuccess();
        } finally {
            client.conversation().forget(this);
        }
    }

    private void sendEnd(int status) {
        FrameHeader packet = header.with(MessageType.STREAM, status);
        client.send(queue -> queue.sendEmpty(packet));
    }

    /// Aborts a stream that was neither finished nor aborted.
    @Override
    public void close() {
        if (state.isEnding()) {
            return;
        }
        try {
            end(MessageStatus.ERROR);
        } catch (RpcException e) {
            // It is over either way.
            return;
        }
    }
}
