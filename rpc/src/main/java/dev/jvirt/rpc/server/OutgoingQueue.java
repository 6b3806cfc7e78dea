package dev.jvirt.rpc.server;

import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.layer.WrappingSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What a connection has yet to send: replies, events, packets and answers to pings, in one order.
///
/// Whoever has something to send writes it, if nothing waits; the rest waits until the reader loop
/// finds the socket writable. Guarded by [#lock], which is never held while waiting for the socket.
final class OutgoingQueue {
    private static final int GATHER_MAX = 64;

    /// The JDK copies through direct buffers of the size asked for: keep them bounded.
    private static final int WRITE_MAX = 256 << 10;

    private final SocketChannel channel;
    private final SocketHost host;
    private final Owner owner;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final ArrayDeque<OutgoingFrame> frames = new ArrayDeque<>(4);
    private long waitingBytes;
    private long waitingEventBytes;
    private @Nullable WrappingSink wrapping;
    private boolean closed;

    /// Who is told of what happens here. Called with the lock held.
    interface Owner {
        /// Frames will be sent in this order.
        void sending(ByteBuffer frames);

        /// Something waits for the socket to become writable.
        void wantsToWrite();

        /// Requests have been answered.
        void answered(int requests, int requestBytes);

        /// The client is gone, or reads too little.
        void broken(String why);

        /// Bytes of events that may wait.
        int maxEventBytes();
    }

    OutgoingQueue(SocketChannel channel, SocketHost host, Owner owner) {
        this.channel = channel;
        this.host = host;
        this.owner = owner;
    }

    /// Sends everything through a layer, from the first frame on.
    void install(ByteLayer layer) {
        lock.lock();
        try {
            wrapping = new WrappingSink(layer, channel::write);
        } finally {
            lock.unlock();
        }
    }

    /// Sends a frame whose memory is given away.
    void send(OutgoingFrame frame) {
        lock.lock();
        try {
            if (!sendNow(frame)) {
                enqueue(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Sends a frame whose memory is only lent.
    void sendLent(OutgoingFrame frame) {
        lock.lock();
        try {
            if (!sendNow(frame)) {
                byte[] rest = new byte[frame.bytes().remaining()];
                frame.bytes().get(rest);
                enqueue(frame.withBytes(ByteBuffer.wrap(rest)));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Sends a frame and waits until it is written.
    ///
    /// @return false if the connection ended before
    boolean sendAndWait(OutgoingFrame frame) {
        lock.lock();
        try {
            if (!sendNow(frame)) {
                enqueue(frame);
            }
            while (!frame.isFinished()) {
                written.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean sendNow(OutgoingFrame frame) {
        if (closed) {
            finish(frame);
            return true;
        }
        owner.sending(frame.bytes());
        if (!frames.isEmpty()) {
            return false;
        }
        try {
            if (!advance(frame)) {
                return false;
            }
            finish(frame);
        } catch (IOException e) {
            finish(frame);
            owner.broken(String.valueOf(e.getMessage()));
        }
        return true;
    }

    private void enqueue(OutgoingFrame frame) {
        frame.queued();
        frames.add(frame);
        waitingBytes += frame.queuedBytes();
        if (frame.isEvent()) {
            waitingEventBytes += frame.queuedBytes();
            if (waitingEventBytes > owner.maxEventBytes()) {
                owner.broken("it does not read its events");
            }
        }
        if (frames.size() == 1) {
            owner.wantsToWrite();
        }
    }

    /// Writes what the socket takes.
    ///
    /// @return whether nothing is left
    boolean drain() {
        lock.lock();
        try {
            boolean takesMore = true;
            while (takesMore && !frames.isEmpty()) {
                takesMore = writeSome();
            }
            return frames.isEmpty() && (wrapping == null || wrapping.flush());
        } catch (IOException e) {
            owner.broken(String.valueOf(e.getMessage()));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// @return whether the socket may take more
    private boolean writeSome() throws IOException {
        OutgoingFrame head = frames.element();
        if (frames.size() == 1 || head.goesAlone() || wrapping != null) {
            boolean complete = advance(head);
            if (complete) {
                remove();
            }
            return complete;
        }
        return gather();
    }

    /// Writes several small frames at once.
    private boolean gather() throws IOException {
        var buffers = new ByteBuffer[Math.min(frames.size(), GATHER_MAX)];
        int count = 0;
        int offered = 0;
        for (OutgoingFrame frame : frames) {
            int size = frame.bytes().remaining();
            boolean tooMuch = count > 0 && offered + size > WRITE_MAX;
            if (count == buffers.length || tooMuch || frame.goesAlone()) {
                break;
            }
            buffers[count++] = frame.bytes();
            offered += size;
        }
        boolean complete =
                count == 1
                        ? advance(frames.element())
                        : channel.write(buffers, 0, count) == offered;
        while (count-- > 0 && !frames.element().bytes().hasRemaining()) {
            remove();
        }
        return complete;
    }

    private void remove() {
        OutgoingFrame frame = frames.remove();
        waitingBytes -= frame.queuedBytes();
        if (frame.isEvent()) {
            waitingEventBytes -= frame.queuedBytes();
        }
        finish(frame);
    }

    /// Writes as much of a frame and its descriptors as the socket takes.
    ///
    /// @return whether that was all
    private boolean advance(OutgoingFrame frame) throws IOException {
        if (wrapping != null) {
            return advance(frame, wrapping);
        }
        while (frame.bytes().hasRemaining()) {
            if (writeBounded(frame) == 0) {
                return false;
            }
        }
        while (frame.body().hasRemaining()) {
            if (channel.write(frame.body()) == 0) {
                return false;
            }
        }
        while (frame.hasDescriptorsLeft()) {
            if (!host.sendDescriptor(channel, frame.nextDescriptor())) {
                return false;
            }
            frame.descriptorSent();
        }
        return true;
    }

    private boolean advance(OutgoingFrame frame, WrappingSink sink) throws IOException {
        sink.write(frame.bytes());
        if (!frame.bytes().hasRemaining()) {
            sink.write(frame.body());
        }
        if (!sink.flush()) {
            owner.wantsToWrite();
        }
        return !frame.bytes().hasRemaining() && !frame.body().hasRemaining();
    }

    private long writeBounded(OutgoingFrame frame) throws IOException {
        ByteBuffer bytes = frame.bytes();
        if (frame.body().hasRemaining()) {
            return channel.write(new ByteBuffer[] {bytes, frame.body()});
        }
        int limit = bytes.limit();
        bytes.limit(Math.min(limit, bytes.position() + WRITE_MAX));
        try {
            return channel.write(bytes);
        } finally {
            bytes.limit(limit);
        }
    }

    /// It is written, or never will be.
    private void finish(OutgoingFrame frame) {
        frame.finish();
        if (frame.layer() != null) {
            wrapping = new WrappingSink(frame.layer(), channel::write);
        }
        closeDescriptors(frame);
        if (frame.requests() > 0) {
            owner.answered(frame.requests(), frame.requestBytes());
        }
        written.signalAll();
    }

    private void closeDescriptors(OutgoingFrame frame) {
        for (int descriptor : frame.descriptors()) {
            host.closeDescriptor(descriptor);
        }
    }

    /// Bytes that wait.
    long waitingBytes() {
        lock.lock();
        try {
            return waitingBytes;
        } finally {
            lock.unlock();
        }
    }

    /// Sends nothing more, and ends every wait.
    void close() {
        lock.lock();
        try {
            closed = true;
            while (!frames.isEmpty()) {
                remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
