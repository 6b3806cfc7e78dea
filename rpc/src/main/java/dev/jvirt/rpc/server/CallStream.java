package dev.jvirt.rpc.server;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
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

    /// Takes a packet from the reader, which has counted it as a request.
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
        connection.answered(1, frame.size());
        return packet(frame);
    }

    private StreamPacket packet(Frame frame) {
        int status = frame.header().status();
        if (frame.header().type() == MessageType.STREAM_HOLE) {
            return hole(frame);
        }
        return switch (status) {
            case MessageStatus.OK -> new StreamPacket.Finish();
            case MessageStatus.CONTINUE ->
                    new StreamPacket.Data(frame.data(), frame.offset(), frame.length());
            case MessageStatus.ERROR -> new StreamPacket.Abort();
            default -> breach("Unexpected message status " + Integer.toUnsignedString(status));
        };
    }

    private StreamPacket hole(Frame frame) {
        if (!holes) {
            return breach("Unexpected stream hole");
        }
        if (frame.length() < Long.BYTES + Integer.BYTES) {
            return breach("Unable to decode message payload");
        }
        XdrReader payload = frame.payload();
        return new StreamPacket.Hole(payload.readLong());
    }

    private StreamPacket breach(String detail) {
        fail(RpcError.protocol(detail));
        return new StreamPacket.Closed();
    }

    @Override
    public boolean send(byte[] data, int offset, int length) {
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, Frames.STREAM_DATA_MAX);
            if (!sendPacket(MessageType.STREAM, data, offset + done, part)) {
                return false;
            }
            done += part;
        }
        return !isClosed();
    }

    @Override
    public boolean sendHole(long length) {
        var payload = new XdrWriter();
        payload.writeLong(length);
        payload.writeInt(0); // flags
        return sendPacket(MessageType.STREAM_HOLE, payload.buffer(), 0, payload.position());
    }

    @Override
    public boolean sendEnd() {
        return sendPacket(MessageType.STREAM, new byte[0], 0, 0);
    }

    private boolean sendPacket(int type, byte[] data, int offset, int length) {
        if (!awaitOpened()) {
            return false;
        }
        var out = new XdrWriter(Frames.OVERHEAD + length, XdrWriter.LARGEST_FRAME);
        int start = Frames.begin(out, call.with(type, MessageStatus.CONTINUE));
        out.writeRaw(data, offset, length);
        Frames.end(out, start);
        return connection.sendAndWait(out);
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
        int requests;
        int bytes = 0;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            requests = received.size();
            for (Frame frame : received) {
                bytes += frame.size();
            }
            received.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        connection.streams().remove(this);
        if (requests > 0) {
            connection.answered(requests, bytes);
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
