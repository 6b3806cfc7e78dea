package dev.jvirt.rpc.server;

import dev.jvirt.rpc.frame.FrameHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The open streams of one connection, by the serials of their calls. Guarded by [#lock].
final class CallStreams {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, CallStream> streams = new HashMap<>(0);
    private boolean closed;

    /// Adds a stream. A client that uses a serial twice loses its first stream.
    void add(CallStream stream) {
        CallStream lost;
        lock.lock();
        try {
            lost = closed ? stream : streams.put(stream.call().serial(), stream);
        } finally {
            lock.unlock();
        }
        if (lost != null) {
            lost.close();
        }
    }

    void remove(CallStream stream) {
        lock.lock();
        try {
            streams.remove(stream.call().serial(), stream);
        } finally {
            lock.unlock();
        }
    }

    /// The stream that a packet belongs to, null if there is none.
    @Nullable CallStream find(FrameHeader packet) {
        lock.lock();
        try {
            CallStream stream = streams.get(packet.serial());
            return stream != null && stream.call().isSameCall(packet) ? stream : null;
        } finally {
            lock.unlock();
        }
    }

    /// Ends all streams; none opens any more.
    void close() {
        List<CallStream> open;
        lock.lock();
        try {
            closed = true;
            open = new ArrayList<>(streams.values());
            streams.clear();
        } finally {
            lock.unlock();
        }
        for (CallStream stream : open) {
            stream.close();
        }
    }
}
