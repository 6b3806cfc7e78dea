package dev.jvirt.rpc.server;

import dev.jvirt.rpc.SocketReader;
import dev.jvirt.rpc.frame.ByteSource;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.layer.ByteLayer;
import dev.jvirt.rpc.layer.UnwrappingSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The receiving half of one connection. Used by its reader loop only.
///
/// A client that is at its quota is read on for a while, so that its pings are answered; its
/// requests are kept for later, and when those take too much memory it is read no further.
final class RequestReader {
    private static final int READS_PER_TURN = 16;
    private static final int DEFERRED_MAX = 64 << 10;
    private static final int NONE = -1;

    private final ClientConnection connection;
    private ByteSource source;
    private @Nullable UnwrappingSource layered;
    private final RequestDispatcher dispatcher;
    private final FrameReader frames;
    private final ArrayDeque<Request> deferred = new ArrayDeque<>(0);
    private int deferredBytes;
    private boolean paused;

    private @Nullable Frame awaitingDescriptors;
    private int descriptorsExpected;
    private List<Integer> descriptors = List.of();

    /// The descriptor that the last byte read carries, until somebody takes it.
    private int arrived = NONE;

    RequestReader(ClientConnection connection, SocketReader socket, RequestDispatcher dispatcher) {
        this.connection = connection;
        this.source = into -> socket.read(into, descriptor -> arrived = descriptor);
        this.dispatcher = dispatcher;
        this.frames = new FrameReader(false, packet -> connection.streams().find(packet) != null);
    }

    /// Expects everything that is yet to be read to come through a layer.
    ///
    /// @param early packets that have been read already
    /// @return false if the client has sent more without it; it must be dropped
    boolean install(ByteLayer layer, ByteBuffer early) {
        if (frames.isMidway() || !deferred.isEmpty()) {
            return false;
        }
        var unwrapping = new UnwrappingSource(source, layer, early);
        layered = unwrapping;
        source = unwrapping;
        return true;
    }

    /// Whether more may be there than the socket shows.
    boolean mayHoldMore() {
        return layered != null && layered.mayHoldMore();
    }

    /// Takes what the socket has, but not for so long that others starve.
    ///
    /// @return false if the client has closed the connection or must be dropped
    boolean read() throws IOException {
        for (int i = 0; i < READS_PER_TURN && !paused; i++) {
            int count = frames.fill(source);
            if (count < 0) {
                return false;
            }
            try {
                if (!takeFrames()) {
                    return false;
                }
            } finally {
                closeStray();
            }
            // A read ends at a descriptor; the next one may be there as well.
            if (frames.isDrained() && (awaitingDescriptors == null || count == 0)) {
                break;
            }
        }
        frames.rest();
        return true;
    }

    /// A descriptor on a byte that is none of its own is nobody's.
    private void closeStray() {
        if (arrived != NONE) {
            connection.closeDescriptor(arrived);
            arrived = NONE;
        }
    }

    private boolean takeFrames() throws IOException {
        while (awaitingDescriptors == null || receiveDescriptors(awaitingDescriptors)) {
            Frame frame = frames.next();
            if (frame == null) {
                return true;
            }
            connection.heard(frame);
            FrameHeader header = frame.header();
            if (KeepAlive.isKeepAlive(header)) {
                if (header.procedure() == KeepAlive.PING) {
                    dispatcher.pong();
                }
            } else if (header.type() == MessageType.CALL_WITH_FDS) {
                if (!expectDescriptors(frame)) {
                    return false;
                }
            } else {
                take(new Request(frame, List.of()));
            }
            if (!connection.isOpen()) {
                return false;
            }
        }
        return true;
    }

    private boolean expectDescriptors(Frame frame) {
        if (frame.length() < Frames.LENGTH_WORD) {
            return false;
        }
        int count = frame.payload().readInt();
        int most = connection.passesDescriptors() ? Frames.DESCRIPTORS_MAX : 0;
        if (Integer.compareUnsigned(count, most) > 0) {
            return false;
        }
        descriptorsExpected = count;
        descriptors = new ArrayList<>(count);
        awaitingDescriptors = frame.skip(Frames.LENGTH_WORD).detached();
        return true;
    }

    private boolean receiveDescriptors(Frame frame) throws IOException {
        while (descriptors.size() < descriptorsExpected) {
            if (!frames.skipByte()) {
                return false;
            }
            if (arrived == NONE || frames.isMidway()) {
                throw new IOException("the peer passed no file with its byte");
            }
            descriptors.add(arrived);
            arrived = NONE;
        }
        awaitingDescriptors = null;
        var request = new Request(frame, descriptors);
        descriptors = List.of();
        take(request);
        return true;
    }

    private void take(Request request) {
        if (deferred.isEmpty() && connection.admits(request.frame())) {
            dispatcher.dispatch(request);
        } else {
            deferred.add(request.detached());
            deferredBytes += request.frame().size();
            paused = deferredBytes > DEFERRED_MAX;
        }
    }

    /// Starts what waited for the quota, as far as it goes.
    void resume() {
        while (!deferred.isEmpty() && connection.admits(deferred.element().frame())) {
            Request request = deferred.remove();
            deferredBytes -= request.frame().size();
            dispatcher.dispatch(request);
        }
        paused = deferredBytes > DEFERRED_MAX;
    }

    /// Whether the socket should be read no further for now.
    boolean isPaused() {
        return paused;
    }

    /// Forgets what was received and not started.
    void discard() {
        for (Request request : deferred) {
            closeAll(request.descriptors());
        }
        deferred.clear();
        closeAll(descriptors);
        descriptors = List.of();
        awaitingDescriptors = null;
    }

    private void closeAll(List<Integer> received) {
        for (int descriptor : received) {
            connection.closeDescriptor(descriptor);
        }
    }
}
