package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Takes what the server sends and gives each message to whom it belongs. Used by the holder of the
/// reading role only, but for [#expectDescriptors] and [#discard].
///
/// [#reading] guards how it reads, and the descriptors of a message that is not complete.
final class Receiver {
    private final Transport transport;
    private final Conversation conversation;
    private final EventQueue events;
    private final SendQueue sender;
    private final FrameReader frames;
    private final ReentrantLock reading = new ReentrantLock();
    private boolean exact;
    private boolean discarded;

    /// Whether the socket may have more than was read.
    private boolean mayRead = true;

    private @Nullable Frame awaitingDescriptors;
    private int descriptorsExpected;
    private List<Integer> descriptors = new ArrayList<>();

    Receiver(Transport transport, Conversation conversation, EventQueue events, SendQueue sender) {
        this.transport = transport;
        this.conversation = conversation;
        this.events = events;
        this.sender = sender;
        this.frames = new FrameReader(false, packet -> conversation.stream(packet) != null);
    }

    /// From now on replies may bring descriptors. Before that nothing can be lost by reading ahead.
    void expectDescriptors() {
        reading.lock();
        try {
            exact = true;
            frames.beExact();
        } finally {
            reading.unlock();
        }
    }

    /// What a step of the receiver did.
    enum Step {
        /// There was nothing to receive.
        NOTHING,

        /// Something was received, and nobody's wait is over yet.
        PROGRESS,

        /// A wait is over.
        COMPLETED
    }

    /// Takes the next message that is there, or reads once.
    ///
    /// @throws EndOfStream if the server has closed the connection
    /// @throws IOException if reading failed
    /// @throws RpcException if the server breaks the protocol
    Step step() throws IOException {
        if (awaitingDescriptors != null) {
            return receiveDescriptors(awaitingDescriptors);
        }
        Frame frame = frames.next();
        if (frame == null && mayRead) {
            int count = fill();
            if (count < 0) {
                throw new EndOfStream();
            }
            frame = frames.next();
            if (frame == null && count > 0) {
                return Step.PROGRESS;
            }
        }
        return frame == null ? Step.NOTHING : accept(frame);
    }

    private int fill() throws IOException {
        reading.lock();
        try {
            int count = frames.fill(transport);
            mayRead = !frames.isDrained();
            return count;
        } finally {
            reading.unlock();
        }
    }

    /// Whether more has arrived than the messages that were taken.
    boolean isMidway() {
        reading.lock();
        try {
            return frames.isMidway();
        } finally {
            reading.unlock();
        }
    }

    /// Somebody has waited for more: a read that finds nothing is a system call for nothing, so
    /// there is none before.
    void waited() {
        mayRead = true;
    }

    private Step accept(Frame frame) throws IOException {
        FrameHeader header = frame.header();
        if (KeepAlive.isKeepAlive(header)) {
            if (header.procedure() == KeepAlive.PING) {
                sender.sendEmpty(KeepAlive.pong());
            }
            return Step.PROGRESS;
        }
        return switch (header.type()) {
            case MessageType.REPLY -> acceptReply(frame, List.of());
            case MessageType.REPLY_WITH_FDS -> acceptDescriptors(frame);
            case MessageType.MESSAGE -> acceptEvent(frame);
            case MessageType.STREAM, MessageType.STREAM_HOLE -> acceptPacket(frame);
            default ->
                    throw breach(
                            "got unexpected RPC call prog %d vers %d proc %d type %d"
                                    .formatted(
                                            header.program(),
                                            header.version(),
                                            header.procedure(),
                                            header.type()));
        };
    }

    private Step acceptReply(Frame frame, List<Integer> received) throws IOException {
        FrameHeader header = frame.header();
        PendingCall<?> call = conversation.take(header);
        if (call != null) {
            if (!call.complete(frame, received)) {
                closeAll(received);
            }
            return Step.COMPLETED;
        }
        closeAll(received);
        FrameHeader abandoned = conversation.takeAbandoned(header);
        if (abandoned == null) {
            throw breach(
                    "no call waiting for reply with prog %d vers %d serial %d"
                            .formatted(header.program(), header.version(), header.serial()));
        }
        ClientStream stream = conversation.stream(header);
        if (stream != null) {
            conversation.forget(stream);
            if (header.status() == MessageStatus.OK) {
                // It did open, but nobody knows of it any more.
                sender.sendEmpty(header.with(MessageType.STREAM, MessageStatus.ERROR));
            }
        }
        return Step.PROGRESS;
    }

    private Step acceptEvent(Frame frame) {
        if (!events.offer(frame)) {
            FrameHeader header = frame.header();
            throw breach(
                    "No program found for event with prog=%d vers=%d"
                            .formatted(header.program(), header.version()));
        }
        return Step.PROGRESS;
    }

    private Step acceptPacket(Frame frame) throws IOException {
        ClientStream stream = conversation.stream(frame.header());
        if (stream == null) {
            // It may have been under way while the stream ended.
            return Step.PROGRESS;
        }
        stream.accept(frame);
        return Step.COMPLETED;
    }

    private Step acceptDescriptors(Frame frame) throws IOException {
        if (!exact) {
            throw new RpcException(
                    RpcError.internal(
                            "Receiving file descriptors is not supported on this socket"));
        }
        if (frame.length() < Frames.LENGTH_WORD) {
            throw breach("Unable to decode number of FDs");
        }
        int count = frame.payload().readInt();
        if (Integer.compareUnsigned(count, Frames.DESCRIPTORS_MAX) > 0) {
            throw breach(
                    "Received too many FDs %d, expected %d maximum"
                            .formatted(count, Frames.DESCRIPTORS_MAX));
        }
        Frame reply = frame.skip(Frames.LENGTH_WORD).detached();
        awaitingDescriptors = reply;
        descriptorsExpected = count;
        descriptors = new ArrayList<>(count);
        return receiveDescriptors(reply);
    }

    private Step receiveDescriptors(Frame reply) throws IOException {
        List<Integer> received;
        reading.lock();
        try {
            if (!receiveAll(transport.descriptors().orElseThrow())) {
                return Step.NOTHING;
            }
            awaitingDescriptors = null;
            received = descriptors;
            descriptors = new ArrayList<>();
        } finally {
            reading.unlock();
        }
        return acceptReply(reply, received);
    }

    private boolean receiveAll(Transport.Descriptors passing) throws IOException {
        while (!discarded && descriptors.size() < descriptorsExpected) {
            int descriptor = passing.receive();
            if (descriptor < 0) {
                return false;
            }
            descriptors.add(descriptor);
        }
        return true;
    }

    /// Closes descriptors whose message never became complete: the connection has ended.
    void discard() {
        reading.lock();
        try {
            discarded = true;
            closeAll(descriptors);
            descriptors.clear();
        } finally {
            reading.unlock();
        }
    }

    private void closeAll(List<Integer> received) {
        if (!received.isEmpty()) {
            transport.descriptors().ifPresent(passing -> received.forEach(passing::close));
        }
    }

    private static RpcException breach(String detail) {
        return new RpcException(RpcError.protocol(detail));
    }
}
