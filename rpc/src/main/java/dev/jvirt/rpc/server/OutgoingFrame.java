package dev.jvirt.rpc.server;

import dev.jvirt.rpc.layer.ByteLayer;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bytes that a connection has to send, and what becomes free once they are written. The owner of
/// the queue it is in guards it.
final class OutgoingFrame {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ByteBuffer bytes;
    private final int requests;
    private final int requestBytes;
    private final boolean event;
    private final List<Integer> descriptors;
    private ByteBuffer body = NOTHING;
    private @Nullable ByteLayer layer;
    private int descriptorsSent;
    private int queuedBytes;
    private boolean finished;

    private OutgoingFrame(
            ByteBuffer bytes,
            int requests,
            int requestBytes,
            boolean event,
            List<Integer> descriptors) {
        this.bytes = bytes;
        this.requests = requests;
        this.requestBytes = requestBytes;
        this.event = event;
        this.descriptors = descriptors;
    }

    /// An event, an answer to a ping, or a packet of a stream.
    static OutgoingFrame message(ByteBuffer bytes, boolean event) {
        return new OutgoingFrame(bytes, 0, 0, event, List.of());
    }

    /// A packet of a stream whose data lie elsewhere.
    static OutgoingFrame packet(ByteBuffer bytes, ByteBuffer body) {
        OutgoingFrame packet = message(bytes, false);
        packet.body = body;
        return packet;
    }

    /// Replies to that many requests of that many bytes.
    static OutgoingFrame replies(ByteBuffer bytes, int requests, int requestBytes) {
        return new OutgoingFrame(bytes, requests, requestBytes, false, List.of());
    }

    /// A reply that descriptors follow.
    static OutgoingFrame reply(ByteBuffer bytes, int requestBytes, List<Integer> descriptors) {
        return new OutgoingFrame(bytes, 1, requestBytes, false, descriptors);
    }

    /// Everything behind it goes through a layer.
    OutgoingFrame before(ByteLayer next) {
        layer = next;
        return this;
    }

    /// What everything behind it goes through, if that changes.
    @Nullable ByteLayer layer() {
        return layer;
    }

    /// What is left of it, in other memory.
    OutgoingFrame withBytes(ByteBuffer rest) {
        var copy = new OutgoingFrame(rest, requests, requestBytes, event, descriptors);
        copy.descriptorsSent = descriptorsSent;
        copy.body = body;
        copy.layer = layer;
        return copy;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /// What follows the bytes.
    ByteBuffer body() {
        return body;
    }

    /// Whether it cannot be written together with others.
    boolean goesAlone() {
        return body.hasRemaining() || !descriptors.isEmpty() || layer != null;
    }

    int requests() {
        return requests;
    }

    int requestBytes() {
        return requestBytes;
    }

    /// How much of it was left when it was queued, without a body: of those only one a stream
    /// waits.
    int queuedBytes() {
        return queuedBytes;
    }

    void queued() {
        queuedBytes = bytes.remaining();
    }

    boolean isEvent() {
        return event;
    }

    List<Integer> descriptors() {
        return descriptors;
    }

    boolean hasDescriptorsLeft() {
        return descriptorsSent < descriptors.size();
    }

    int nextDescriptor() {
        return descriptors.get(descriptorsSent);
    }

    void descriptorSent() {
        descriptorsSent++;
    }

    /// Whether it was written, or never will be.
    boolean isFinished() {
        return finished;
    }

    void finish() {
        finished = true;
    }
}
