package dev.jvirt.test;

import dev.jvirt.api.driver.StreamChannel;
import java.nio.ByteBuffer;

/// A stream that gives bytes which are all there, and takes none. Only one thread at a time reads.
final class BytesToRead implements StreamChannel {
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

    @Override
    public int readNow(ByteBuffer into) {
        return read(into);
    }

    @Override
    public void write(ByteBuffer from) {
        from.position(from.limit());
    }

    @Override
    public void finish() {}

    @Override
    public void abort() {}

    @Override
    public void close() {}
}
