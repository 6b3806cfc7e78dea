package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StreamChannel;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/// The bytes in the volumes of a world. Only blocks that somebody wrote to are kept, and no more of
/// them than memory can bear. Guarded by [#lock].
final class VolumeContents {
    private static final int BLOCK = 64 << 10;
    private static final int MOST_BLOCKS = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Map<Long, byte[]>> volumes = new HashMap<>();
    private int blocks;

    /// A part of a volume.
    ///
    /// @param end the first byte behind it
    record Range(long begin, long end) {}

    /// Forgets what is in a volume.
    void forget(String volume) {
        lock.lock();
        try {
            Map<Long, byte[]> known = volumes.remove(volume);
            blocks -= known == null ? 0 : known.size();
        } finally {
            lock.unlock();
        }
    }

    /// Puts into one volume what is in another.
    void copy(String from, String to) {
        lock.lock();
        try {
            forget(to);
            for (var block : Map.copyOf(volumes.getOrDefault(from, Map.of())).entrySet()) {
                byte[] bytes = block.getValue();
                System.arraycopy(bytes, 0, writable(to, block.getKey()), 0, BLOCK);
            }
        } finally {
            lock.unlock();
        }
    }

    private byte[] writable(String volume, long number) {
        Map<Long, byte[]> known = volumes.computeIfAbsent(volume, _ -> new TreeMap<>());
        byte[] bytes = known.get(number);
        if (bytes != null) {
            return bytes;
        }
        if (blocks == MOST_BLOCKS) {
            throw new LibvirtException(
                    ErrorDomain.TEST,
                    ErrorCode.OPERATION_FAILED,
                    "volumes in memory can hold no more than %d MiB"
                            .formatted((long) MOST_BLOCKS * BLOCK >> 20));
        }
        blocks++;
        byte[] made = new byte[BLOCK];
        known.put(number, made);
        return made;
    }

    private void write(String volume, long offset, ByteBuffer from) {
        lock.lock();
        try {
            long place = offset;
            while (from.hasRemaining()) {
                int begin = (int) (place % BLOCK);
                int count = Math.min(from.remaining(), BLOCK - begin);
                from.get(writable(volume, place / BLOCK), begin, count);
                place += count;
            }
        } finally {
            lock.unlock();
        }
    }

    private void read(String volume, long offset, ByteBuffer into) {
        lock.lock();
        try {
            int begin = (int) (offset % BLOCK);
            int count = Math.min(into.remaining(), BLOCK - begin);
            byte[] bytes = volumes.getOrDefault(volume, Map.of()).get(offset / BLOCK);
            into.put(bytes == null ? new byte[BLOCK] : bytes, begin, count);
        } finally {
            lock.unlock();
        }
    }

    /// Takes bytes for a part of a volume.
    StreamChannel writer(String volume, Range range) {
        return new Writer(volume, range);
    }

    /// Gives the bytes of a part of a volume.
    StreamChannel reader(String volume, Range range) {
        return new Reader(volume, range);
    }

    private final class Writer implements StreamChannel {
        private final String volume;
        private final long end;
        private long place;

        Writer(String volume, Range range) {
            this.volume = volume;
            this.place = range.begin();
            this.end = range.end();
        }

        @Override
        public int read(ByteBuffer into) {
            return END;
        }

        @Override
        public void write(ByteBuffer from) {
            if (from.remaining() > end - place) {
                throw new LibvirtException(
                        ErrorDomain.STREAMS,
                        ErrorCode.SYSTEM_ERROR,
                        "cannot write to stream: No space left on device");
            }
            int count = from.remaining();
            VolumeContents.this.write(volume, place, from);
            place += count;
        }

        @Override
        public void finish() {}

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }

    private final class Reader implements ReadOnlyStream {
        private final String volume;
        private final long end;
        private long place;

        Reader(String volume, Range range) {
            this.volume = volume;
            this.place = range.begin();
            this.end = range.end();
        }

        @Override
        public int read(ByteBuffer into) {
            if (place == end) {
                return END;
            }
            ByteBuffer part = into.slice();
            part.limit((int) Math.min(part.limit(), end - place));
            VolumeContents.this.read(volume, place, part);
            into.position(into.position() + part.position());
            place += part.position();
            return part.position();
        }
    }
}
