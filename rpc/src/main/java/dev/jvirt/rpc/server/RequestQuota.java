package dev.jvirt.rpc.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How much of one client is in progress: requests from their arrival until their replies are
/// written, stream packets until they are taken. Neither holds up the other.
///
/// Only the reader starts requests; any thread may end them.
final class RequestQuota {
    /// A client that leaves this much unread gets no further request started.
    private static final long UNREAD_MAX = 1 << 20;

    /// A client whose streams leave this much with their drivers is read no further.
    private static final long STREAM_BYTES_MAX = 4 << 20;

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong streamBytes = new AtomicLong();
    private volatile boolean wanted;

    /// Whether a request of that size may start now. If not, [#ended] will say when to try again.
    boolean admits(int size, ServerLimits limits, OutgoingQueue queue) {
        if (isFree(size, limits, queue)) {
            return true;
        }
        wanted = true;
        // It may have become free just before we said that we want it.
        return isFree(size, limits, queue);
    }

    private boolean isFree(int size, ServerLimits limits, OutgoingQueue queue) {
        int running = requests.get();
        if (running == 0) {
            return true;
        }
        return running < limits.maxClientRequests()
                && bytes.get() + size <= limits.maxClientBytes()
                && queue.waitingBytes() <= UNREAD_MAX;
    }

    /// Whether a packet of a stream may be kept now. If not, [#packetTaken] will say when to try
    /// again.
    boolean admitsPacket(int size) {
        if (hasRoom(size)) {
            return true;
        }
        wanted = true;
        return hasRoom(size);
    }

    private boolean hasRoom(int size) {
        long kept = streamBytes.get();
        return kept == 0 || kept + size <= STREAM_BYTES_MAX;
    }

    void packetKept(int size) {
        streamBytes.addAndGet(size);
    }

    /// @return whether the reader waits for this
    boolean packetTaken(int size) {
        streamBytes.addAndGet(-size);
        return isWanted();
    }

    void started(int count, int size) {
        requests.addAndGet(count);
        bytes.addAndGet(size);
    }

    /// @return whether the reader waits for this
    boolean ended(int count, int size) {
        bytes.addAndGet(-size);
        requests.addAndGet(-count);
        return isWanted();
    }

    private boolean isWanted() {
        if (!wanted) {
            return false;
        }
        wanted = false;
        return true;
    }

    int requests() {
        return requests.get();
    }
}
