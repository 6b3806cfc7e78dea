package dev.jvirt.rpc.frame;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/// Memory for large packets of streams, used again and again: it lies outside the heap, where the
/// kernel reads and writes it without another copy. Guarded by [#LOCK].
///
/// Whoever takes a buffer gives it back; one that is forgotten is collected like other objects.
public final class BulkBuffers {
    /// The bytes of a buffer: the largest packet that old peers take.
    static final int SIZE = Frames.STREAM_DATA_MAX;

    private static final int KEPT = 16;
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final ArrayDeque<ByteBuffer> FREE = new ArrayDeque<>(KEPT);

    private BulkBuffers() {}

    /// An empty buffer.
    static ByteBuffer take() {
        LOCK.lock();
        try {
            ByteBuffer free = FREE.poll();
            if (free != null) {
                return free.clear();
            }
        } finally {
            LOCK.unlock();
        }
        return ByteBuffer.allocateDirect(SIZE);
    }

    /// Takes a buffer back that nobody uses any more; buffers from elsewhere are left alone.
    public static void give(ByteBuffer buffer) {
        if (!buffer.isDirect() || buffer.capacity() != SIZE) {
            return;
        }
        LOCK.lock();
        try {
            if (FREE.size() < KEPT) {
                FREE.push(buffer);
            }
        } finally {
            LOCK.unlock();
        }
    }
}
