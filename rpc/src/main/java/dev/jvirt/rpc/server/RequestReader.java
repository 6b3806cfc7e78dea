package dev.jvirt.rpc.server;

import dev.jvirt.rpc.SocketHost;
import dev.jvirt.rpc.frame.ByteSource;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageType;
import java.io.IOException;
import java.nio.channels.SocketChannel;
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

    private final ClientConnection connection;
    private final SocketChannel channel;
    private final ByteSource source;
    private final SocketHost host;
    private final RequestDispatcher dispatcher;
    private final FrameReader frames = new FrameReader(true);
    private final ArrayDeque<Request> deferred = new ArrayDeque<>(0);
    private int deferredBytes;
    private boolean paused;

    private @Nullable Frame awaitingDescriptors;
    private int descriptorsExpected;
    private List<Integer> descriptors = List.of();

    RequestReader(
            ClientConnection connection,
            SocketChannel channel,
            SocketHost host,
            RequestDispatcher dispatcher) {
        this.connection = connection;
        this.channel = channel;
        this.source = channel::read;
        this.host = host;
        this.dispatcher = dispatcher;
    }

    /// Takes what the socket has, but not for so long that others starve.
    ///
    /// @return false if the client has closed the connection or must be dropped
    boolean read() throws IOException {
        for (int i = 0; i < READS_PER_TURN && !paused; i++) {
            if (awaitingDescriptors != null) {
                if (!receiveDescriptors(awaitingDescriptors)) {
                    break;
                }
                continue;
            }
            int count = frames.fill(source);
            if (count < 0) {
                return false;
            }
            if (!takeFrames()) {
                return false;
            }
            if (frames.isDrained()) {
                break;
            }
        }
        return true;
    }

    private boolean takeFrames() {
        for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
            connection.heard();
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
        if (Integer.compareUnsigned(count, Frames.DESCRIPTORS_MAX) > 0) {
            return false;
        }
        descriptorsExpected = count;
        descriptors = new ArrayList<>(count);
        awaitingDescriptors = frame.skip(Frames.LENGTH_WORD).detached();
        return true;
    }

    private boolean receiveDescriptors(Frame frame) throws IOException {
        while (descriptors.size() < descriptorsExpected) {
            int descriptor = host.receiveDescriptor(channel);
            if (descriptor < 0) {
                return false;
            }
            descriptors.add(descriptor);
        }
        awaitingDescriptors = null;
        var request = new Request(frame, descriptors);
        descriptors = List.of();
        take(request);
        return true;
    }

    private void take(Request request) {
        if (deferred.isEmpty() && connection.admits(request.frame().size())) {
            dispatcher.dispatch(request);
        } else {
            deferred.add(request.detached());
            deferredBytes += request.frame().size();
            paused = deferredBytes > DEFERRED_MAX;
        }
    }

    /// Starts what waited for the quota, as far as it goes.
    void resume() {
        while (!deferred.isEmpty() && connection.admits(deferred.element().frame().size())) {
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
            host.closeDescriptor(descriptor);
        }
    }
}
