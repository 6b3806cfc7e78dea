package dev.jvirt.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A [Stream] for code that knows channels only.
final class StreamBytes implements ByteChannel {
    private final Stream stream;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile boolean complete;

    StreamBytes(Stream stream) {
        this.stream = stream;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        requireOpen();
        try {
            int count = into.hasRemaining() ? stream.read(into) : 0;
            complete |= count < 0;
            return count;
        } catch (LibvirtException e) {
            throw failed(e);
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        requireOpen();
        try {
            complete = true;
            return stream.write(from);
        } catch (LibvirtException e) {
            throw failed(e);
        }
    }

    private void requireOpen() throws ClosedChannelException {
        if (!open.get()) {
            throw new ClosedChannelException();
        }
    }

    private static IOException failed(LibvirtException cause) {
        return new IOException(cause.getMessage(), cause);
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() throws IOException {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try (stream) {
            if (complete) {
                stream.finish();
            }
        } catch (LibvirtException e) {
            throw failed(e);
        }
    }

    /// A [Stream] for code that writes.
    static final class Output extends OutputStream {
        private final Stream stream;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Output(Stream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!open.get()) {
                throw new ClosedChannelException();
            }
            var from = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (from.hasRemaining()) {
                    if (stream.write(from) == 0) {
                        throw new java.nio.channels.IllegalBlockingModeException();
                    }
                }
            } catch (LibvirtException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!open.compareAndSet(true, false)) {
                return;
            }
            try (stream) {
                stream.finish();
            } catch (LibvirtException e) {
                throw failed(e);
            }
        }
    }
}
