package dev.jvirt.rpc.client;

import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Sends frames: at once if the socket takes them, else the rest waits for whoever reads the
/// socket. Guarded by [#lock], which is held while a frame is encoded and written, never while
/// waiting.
final class SendQueue {
    private static final int[] NO_DESCRIPTORS = {};
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int KEPT_BUFFER = 64 << 10;

    private final Transport transport;
    private final ReentrantLock lock = new ReentrantLock();
    private final XdrWriter out = new XdrWriter();
    private final ArrayDeque<Unsent> unsent = new ArrayDeque<>();
    private final ArrayDeque<Waiter> waitingForRoom = new ArrayDeque<>();
    private final int roomy;
    private volatile int waitingBytes;
    private boolean discarded;

    /// What is left of a frame. Its descriptors are the queue's own if it waits: who called may
    /// have closed its own by the time they are sent.
    private static final class Unsent {
        final ByteBuffer bytes;
        final int[] descriptors;
        int descriptorsSent;

        /// The caller's, who waits until it is sent.
        ByteBuffer body = NOTHING;

        @Nullable Waiter sent;

        Unsent(ByteBuffer bytes, int[] descriptors) {
            this.bytes = bytes;
            this.descriptors = descriptors;
        }

        int remaining() {
            return bytes.remaining() + body.remaining();
        }

        void finish() {
            if (sent != null) {
                sent.finish();
            }
        }
    }

    /// @param roomy how many waiting bytes leave room for more
    SendQueue(Transport transport, int roomy) {
        this.transport = transport;
        this.roomy = roomy;
    }

    /// Sends a frame with a structure.
    <T> void send(FrameHeader header, XdrCodec<T> codec, T payload) throws IOException {
        lock.lock();
        try {
            Frames.write(out, header, codec, payload);
            transmit(NO_DESCRIPTORS);
        } finally {
            out.reset(KEPT_BUFFER);
            lock.unlock();
        }
    }

    /// Sends a frame with a structure, and descriptors behind it.
    <T> void send(FrameHeader header, XdrCodec<T> codec, T payload, int[] descriptors)
            throws IOException {
        lock.lock();
        try {
            int start = Frames.begin(out, header);
            out.writeInt(descriptors.length);
            codec.write(out, payload);
            Frames.end(out, start);
            transmit(descriptors);
        } finally {
            out.reset(KEPT_BUFFER);
            lock.unlock();
        }
    }

    /// Sends a frame without payload.
    void sendEmpty(FrameHeader header) throws IOException {
        lock.lock();
        try {
            Frames.writeEmpty(out, header);
            transmit(NO_DESCRIPTORS);
        } finally {
            out.reset(KEPT_BUFFER);
            lock.unlock();
        }
    }

    /// Sends a frame of raw bytes; advances `from`.
    void sendRaw(FrameHeader header, ByteBuffer from, int length) throws IOException {
        lock.lock();
        try {
            int start = Frames.begin(out, header);
            out.writeRaw(from, length);
            Frames.end(out, start);
            transmit(NO_DESCRIPTORS);
        } finally {
            // Streams send many large packets in a row: their buffer is worth keeping.
            out.reset(Frames.STREAM_DATA_MAX + KEPT_BUFFER);
            lock.unlock();
        }
    }

    /// Sends a packet straight from the caller's memory, which is in use until `sent` is finished.
    void sendPacket(FrameHeader header, ByteBuffer body, Waiter sent) throws IOException {
        lock.lock();
        try {
            requireOpen();
            var head = new XdrWriter(Frames.OVERHEAD, Frames.OVERHEAD);
            Frames.begin(head, header);
            head.patchInt(0, Frames.OVERHEAD + body.remaining());
            var frame =
                    new Unsent(ByteBuffer.wrap(head.buffer(), 0, head.position()), NO_DESCRIPTORS);
            frame.body = body;
            frame.sent = sent;
            if (unsent.isEmpty() && advance(frame)) {
                frame.finish();
            } else {
                unsent.add(frame);
                count();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Keeps what is left of a packet in memory of its own: its caller waits no longer.
    void keepPacket(Waiter sent) {
        lock.lock();
        try {
            for (Unsent frame : unsent) {
                if (frame.sent == sent) {
                    frame.body = ByteBuffer.allocate(frame.body.remaining()).put(frame.body).flip();
                    frame.sent = null;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Bytes that wait for the socket to take them.
    int waitingBytes() {
        return waitingBytes;
    }

    /// Whether more should be sent.
    boolean hasRoom() {
        return waitingBytes <= roomy;
    }

    /// Finishes `waiter` once there is room.
    void onRoom(Waiter waiter) {
        lock.lock();
        try {
            if (hasRoom()) {
                waiter.finish();
            } else {
                waitingForRoom.add(waiter);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Sends what waits, as far as the socket takes it.
    void flush() throws IOException {
        lock.lock();
        try {
            for (Unsent head = unsent.peek(); head != null; head = unsent.peek()) {
                if (!advance(head)) {
                    break;
                }
                close(unsent.remove().descriptors);
                head.finish();
            }
            count();
            while (hasRoom() && !waitingForRoom.isEmpty()) {
                waitingForRoom.remove().finish();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Forgets what waits: the connection has ended.
    void discard() {
        lock.lock();
        try {
            discarded = true;
            for (Unsent frame : unsent) {
                close(frame.descriptors);
                frame.finish();
            }
            unsent.clear();
            count();
        } catch (IOException e) {
            throw new IllegalStateException("descriptors were passed", e);
        } finally {
            lock.unlock();
        }
    }

    private void transmit(int[] descriptors) throws IOException {
        requireOpen();
        var bytes = ByteBuffer.wrap(out.buffer(), 0, out.position());
        var frame = new Unsent(bytes, descriptors);
        if (unsent.isEmpty() && advance(frame)) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(out.buffer(), bytes.position(), bytes.limit());
        unsent.add(new Unsent(ByteBuffer.wrap(rest), duplicates(frame)));
        count();
    }

    private void requireOpen() throws IOException {
        if (discarded) {
            throw new IOException("client socket is closed");
        }
    }

    private int[] duplicates(Unsent frame) throws IOException {
        int[] copies = new int[frame.descriptors.length - frame.descriptorsSent];
        int made = 0;
        try {
            while (made < copies.length) {
                int original = frame.descriptors[frame.descriptorsSent + made];
                copies[made] = passing().duplicate(original);
                made++;
            }
            return copies;
        } finally {
            if (made < copies.length) {
                close(Arrays.copyOf(copies, made));
            }
        }
    }

    private void close(int[] copies) throws IOException {
        for (int copy : copies) {
            passing().close(copy);
        }
    }

    private Transport.Descriptors passing() throws IOException {
        return transport
                .descriptors()
                .orElseThrow(
                        () ->
                                new IOException(
                                        "Sending file descriptors is not supported on this"
                                                + " socket"));
    }

    /// @return whether all of it is sent
    private boolean advance(Unsent frame) throws IOException {
        while (frame.remaining() > 0) {
            int count =
                    frame.body.hasRemaining()
                            ? transport.write(frame.bytes, frame.body)
                            : transport.write(frame.bytes);
            if (count == 0) {
                return false;
            }
        }
        while (frame.descriptorsSent < frame.descriptors.length) {
            if (!passing().send(frame.descriptors[frame.descriptorsSent])) {
                return false;
            }
            frame.descriptorsSent++;
        }
        return true;
    }

    private void count() {
        int bytes = 0;
        for (Unsent frame : unsent) {
            // A frame that only lacks descriptors waits as well.
            bytes += frame.remaining() + 1;
        }
        waitingBytes = bytes;
    }
}
