package dev.jvirt.host.io;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.kernel.Errno;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// Reads and writes a descriptor that is not a plain file: a pipe, a terminal, a socket.
///
/// Waiting costs no thread. One thread may read while another writes; closing wakes both. The
/// descriptor is closed when nobody uses it any more: [#reading] and [#writing] are held during a
/// transfer.
public final class DescriptorChannel implements ByteChannel {
    private static final int CHUNK = 64 * 1024;

    private final Descriptor descriptor;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean open = new AtomicBoolean(true);

    /// Takes over `descriptor`, which does not wait any more from now on.
    public DescriptorChannel(Descriptor descriptor) throws IOException {
        descriptor.setNonBlocking();
        this.descriptor = descriptor;
    }

    /// The descriptor, which this channel closes.
    public Descriptor descriptor() {
        return descriptor;
    }

    /// Reads at least one byte.
    ///
    /// @return how many; -1 at the end, which for a terminal means that nobody has its other end
    ///     open
    @Override
    public int read(ByteBuffer into) throws IOException {
        reading.lock();
        try (var arena = Arena.ofConfined()) {
            int size = Math.min(into.remaining(), CHUNK);
            if (size == 0) {
                return 0;
            }
            MemorySegment chunk = arena.allocate(size);
            long count = transfer(SystemCall.READ, Readiness.READABLE, chunk, size);
            if (count == 0) {
                return -1;
            }
            into.put(chunk.asSlice(0, count).asByteBuffer());
            return (int) count;
        } catch (SystemException failure) {
            if (failure.errorNumber() == Errno.EIO) {
                return -1; // how a terminal without another end says it
            }
            throw failure;
        } finally {
            reading.unlock();
        }
    }

    /// Writes all of `from`.
    @Override
    public int write(ByteBuffer from) throws IOException {
        writing.lock();
        try (var arena = Arena.ofConfined()) {
            int written = 0;
            int size = Math.min(from.remaining(), CHUNK);
            MemorySegment chunk = arena.allocate(Math.max(1, size));
            while (from.hasRemaining()) {
                int length = Math.min(from.remaining(), size);
                chunk.asByteBuffer().put(from.duplicate().limit(from.position() + length));
                int count = (int) transfer(SystemCall.WRITE, Readiness.WRITABLE, chunk, length);
                from.position(from.position() + count);
                written += count;
            }
            return written;
        } finally {
            writing.unlock();
        }
    }

    private long transfer(SystemCall call, Readiness readiness, MemorySegment chunk, long length)
            throws IOException {
        while (true) {
            if (!open.get()) {
                throw new ClosedChannelException();
            }
            long result = call.tryCall(descriptor.number(), chunk.address(), length);
            if (result >= 0) {
                return result;
            }
            if (-result == Errno.EAGAIN) {
                await(readiness);
            } else if (-result != Errno.EINTR) {
                throw Descriptor.refused((int) -result, "read or write");
            }
        }
    }

    private void await(Readiness readiness) throws IOException {
        try {
            var ready = readiness.whenReady(descriptor);
            if (!open.get()) {
                readiness.forget(descriptor); // closed before we were seen waiting
            }
            if (!ready.get()) {
                throw new AsynchronousCloseException();
            }
        } catch (InterruptedException interrupted) {
            readiness.forget(descriptor);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a descriptor");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        Readiness.READABLE.forget(descriptor);
        Readiness.WRITABLE.forget(descriptor);
        reading.lock();
        writing.lock();
        try {
            descriptor.close();
        } finally {
            writing.unlock();
            reading.unlock();
        }
    }
}
