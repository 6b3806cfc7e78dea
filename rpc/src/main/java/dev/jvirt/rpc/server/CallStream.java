package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.BulkBuffers;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.StreamHoleCodec;
import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The stream of one call. Guarded by [#lock].
final class CallStream implements ServerStream {
    private final ClientConnection connection;
    private final FrameHeader call;
    private final boolean holes;
    private final Thread opener = Thread.currentThread();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Frame> received = new ArrayDeque<>();
    private boolean opened;
    private boolean closed;

    CallStream(ClientConnection connection, FrameHeader call, boolean holes) {
        this.connection = connection;
        this.call = call;
        this.holes = holes;
    }

    FrameHeader call() {
        return call;
    }

    /// The reply of the call is on its way: what we send comes after it.
    void opened() {
        lock.lock();
        try {
            opened = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes a packet from the reader, which has counted it.
    ///
    /// @return false if nobody will take it
    boolean offer(Frame packet) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            received.add(packet.detached());
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StreamPacket receive() {
        Frame frame;
        lock.lock();
        try {
            while (received.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            if (closed) {
                return new StreamPacket.Closed();
            }
            frame = received.remove();
        } finally {
            lock.unlock();
        }
        connection.packetTaken(frame.size());
        return packet(frame);
    }

    private StreamPacket packet(Frame frame) {
        int status = frame.header().status();
        if (frame.header().type() == MessageType.STREAM_HOLE) {
            return hole(frame);
        }
        return switch (status) {
            case MessageStatus.OK -> new StreamPacket.Finish();
            case MessageStatus.CONTINUE -> new StreamPacket.Data(frame.body());
            case MessageStatus.ERROR -> new StreamPacket.Abort();
            default -> breach("Unexpected message status " + Integer.toUnsignedString(status));
        };
    }

    private StreamPacket hole(Frame frame) {
        if (!holes) {
            return breach("Unexpected stream hole");
        }
        try {
            return new StreamPacket.Hole(StreamHoleCodec.INSTANCE.read(frame.payload()));
        } catch (XdrException e) {
            return breach("Unable to decode message payload");
        }
    }

    private StreamPacket breach(String detail) {
        fail(RpcError.protocol(detail));
        return new StreamPacket.Closed();
    }

    @Override
    public boolean send(ByteBuffer data) {
        while (data.hasRemaining()) {
            int part = Math.min(data.remaining(), Frames.STREAM_DATA_MAX);
            var head = new XdrWriter(Frames.OVERHEAD, Frames.OVERHEAD);
            Frames.begin(head, packet(MessageType.STREAM));
            head.patchInt(0, Frames.OVERHEAD + part);
            ByteBuffer body = data.slice(data.position(), part);
            data.position(data.position() + part);
            if (!awaitOpened() || !connection.sendAndWait(head, body)) {
                return false;
            }
        }
        return !isClosed();
    }

    @Override
    public boolean sendHole(long length) {
        var out = new XdrWriter();
        Frames.write(out, packet(MessageType.STREAM_HOLE), StreamHoleCodec.INSTANCE, length);
        return sendPacket(out);
    }

    @Override
    public boolean sendEnd() {
        var out = new XdrWriter();
        Frames.writeEmpty(out, packet(MessageType.STREAM));
        return sendPacket(out);
    }

    private FrameHeader packet(int type) {
        return call.with(type, MessageStatus.CONTINUE);
    }

    private boolean sendPacket(XdrWriter packet) {
        return awaitOpened() && connection.sendAndWait(packet);
    }

    private boolean awaitOpened() {
        lock.lock();
        try {
            while (!opened && !closed) {
                if (Thread.currentThread() == opener) {
                    throw new IllegalStateException("the call has not been answered yet");
                }
                changed.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void confirm() {
        if (end()) {
            var out = new XdrWriter();
            Frames.writeEmpty(out, call.with(MessageType.STREAM, MessageStatus.OK));
            connection.send(out);
        }
    }

    @Override
    public void fail(RpcError error) {
        if (end()) {
            var out = new XdrWriter();
            FrameHeader header = call.with(MessageType.STREAM, MessageStatus.ERROR);
            Replies.writeError(out, header, error);
            connection.send(out);
        }
    }

    /// @return whether this call ended it, and it had opened
    private boolean end() {
        boolean wasOpen = awaitOpened();
        close();
        return wasOpen;
    }

    /// Ends it without a word to the client.
    void close() {
        int bytes = 0;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            for (Frame frame : received) {
                bytes += frame.size();
                BulkBuffers.give(frame.body());
            }
            received.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        connection.streams().remove(this);
        if (bytes > 0) {
            connection.packetTaken(bytes);
        }
    }

    @Override
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
