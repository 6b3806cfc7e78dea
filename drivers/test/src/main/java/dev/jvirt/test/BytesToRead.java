package dev.jvirt.test;

import java.nio.ByteBuffer;

/// The bytes of an array as a stream. Only one thread at a time reads.
final class BytesToRead implements ReadOnlyStream {
    private final ByteBuffer bytes;

    BytesToRead(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public int read(ByteBuffer into) {
        if (!bytes.hasRemaining()) {
            return END;
        }
        int count = Math.min(bytes.remaining(), into.remaining());
        into.put(bytes.slice(bytes.position(), count));
        bytes.position(bytes.position() + count);
        return count;
    }
}
