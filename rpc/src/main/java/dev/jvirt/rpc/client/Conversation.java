package dev.jvirt.rpc.client;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.frame.FrameHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What is under way on a connection: calls without reply, open streams. Guarded by [#lock].
final class Conversation {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, PendingCall<?>> calls = new HashMap<>();
    private final Map<Integer, FrameHeader> abandoned = new HashMap<>();
    private final Map<Integer, ClientStream> streams = new HashMap<>();
    private int nextSerial;
    private volatile boolean ended;
    private volatile boolean maybeFull;

    /// The next serial, for a call that is then [#add]ed.
    ///
    /// @throws RpcException if the connection has ended
    int nextSerial() {
        lock.lock();
        try {
            requireOpen();
            return nextSerial++;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the reply of `call` from now on, and for the packets of the stream that it opens.
    void add(PendingCall<?> call, @Nullable ClientStream stream) {
        lock.lock();
        try {
            requireOpen();
            int serial = call.header().serial();
            calls.put(serial, call);
            if (stream != null) {
                streams.put(serial, stream);
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (ended) {
            throw new RpcException(RpcError.internal("client socket is closed"));
        }
    }

    /// Takes the call that `header` replies to, null if there is none.
    @Nullable PendingCall<?> take(FrameHeader header) {
        lock.lock();
        try {
            PendingCall<?> call = calls.get(header.serial());
            if (call == null || !isSameProgram(call.header(), header)) {
                return null;
            }
            calls.remove(header.serial());
            return call;
        } finally {
            lock.unlock();
        }
    }

    /// Takes the header of the call that `header` replies to and that nobody waits for any more.
    @Nullable FrameHeader takeAbandoned(FrameHeader header) {
        lock.lock();
        try {
            FrameHeader call = abandoned.get(header.serial());
            if (call == null || !isSameProgram(call, header)) {
                return null;
            }
            abandoned.remove(header.serial());
            return call;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isSameProgram(FrameHeader one, FrameHeader other) {
        return one.program() == other.program() && one.version() == other.version();
    }

    /// Forgets a call that was not sent.
    void forget(PendingCall<?> call) {
        lock.lock();
        try {
            calls.remove(call.header().serial());
        } finally {
            lock.unlock();
        }
    }

    /// Waits no longer for the reply of a call that was sent; it may still come.
    void abandon(PendingCall<?> call) {
        lock.lock();
        try {
            if (calls.remove(call.header().serial()) != null) {
                abandoned.put(call.header().serial(), call.header());
            }
        } finally {
            lock.unlock();
        }
    }

    /// The stream that a packet belongs to, null if there is none.
    @Nullable ClientStream stream(FrameHeader packet) {
        lock.lock();
        try {
            ClientStream stream = streams.get(packet.serial());
            return stream != null && stream.header().isSameCall(packet) ? stream : null;
        } finally {
            lock.unlock();
        }
    }

    /// A stream whose reader is so far behind that no more should be read; null if there is none.
    @Nullable ClientStream fullStream() {
        if (!maybeFull) {
            return null;
        }
        lock.lock();
        try {
            for (ClientStream stream : streams.values()) {
                if (stream.isFull()) {
                    return stream;
                }
            }
            maybeFull = false;
            return null;
        } finally {
            lock.unlock();
        }
    }

    /// Tells that a stream has become full; only whoever reads the socket finds that out.
    void noteFull() {
        maybeFull = true;
    }

    void forget(ClientStream stream) {
        lock.lock();
        try {
            streams.remove(stream.header().serial());
        } finally {
            lock.unlock();
        }
    }

    /// Whether the connection has ended.
    boolean isEnded() {
        return ended;
    }

    /// Ends everything that is under way.
    ///
    /// @return false if it had ended before
    boolean end(RpcException cause) {
        List<PendingCall<?>> waiting;
        List<ClientStream> open;
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            ended = true;
            waiting = new ArrayList<>(calls.values());
            open = new ArrayList<>(streams.values());
            calls.clear();
            streams.clear();
            abandoned.clear();
        } finally {
            lock.unlock();
        }
        for (PendingCall<?> call : waiting) {
            call.fail(new RpcException(cause.error(), cause));
        }
        for (ClientStream stream : open) {
            stream.connectionEnded(cause.error());
        }
        return true;
    }
}
