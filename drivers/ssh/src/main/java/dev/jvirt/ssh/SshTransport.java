package dev.jvirt.ssh;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.common.io.IoReadFuture;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/// The input and output of a program on another host.
///
/// One reading and one writing at most are with the library, whose threads tell their end here.
/// [#lock] guards the state; the library is never called while it is held, as it has locks of its
/// own.
final class SshTransport implements Transport {
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_COMPLAINT = 1024;
    private static final int ERROR = 2;

    private final SshClient client;
    private final ChannelExec channel;
    private final Dialect dialect;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ByteBuffer arrived = ByteBuffer.allocate(0);
    private final StringBuilder complaint = new StringBuilder();
    private boolean reading;
    private boolean writing;
    private boolean woken;
    private boolean outputEnded;
    private boolean ended;
    private boolean closed;

    SshTransport(SshClient client, ChannelExec channel, Dialect dialect) {
        this.client = client;
        this.channel = channel;
        this.dialect = dialect;
    }

    /// To be called once, when the program runs.
    void start() {
        channel.addCloseFutureListener(_ -> change(() -> ended = true));
        listenForComplaints(new ByteArrayBuffer(CHUNK));
        fill();
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Asks the library for more, unless that is done or there is enough.
    private void fill() {
        lock.lock();
        try {
            if (reading || outputEnded || closed || arrived.hasRemaining()) {
                return;
            }
            reading = true;
        } finally {
            lock.unlock();
        }
        var into = new ByteArrayBuffer(CHUNK);
        channel.getAsyncOut().read(into).addListener(this::hasRead);
    }

    private void hasRead(IoReadFuture read) {
        boolean over = read.getException() != null;
        change(
                () -> {
                    reading = false;
                    outputEnded = over;
                    if (!over) {
                        var data = read.getBuffer();
                        arrived = ByteBuffer.wrap(data.array(), data.rpos(), data.available());
                    }
                });
        if (over) {
            // The other side still says how the program ended, and closes then.
            channel.close(false);
        }
    }

    private void listenForComplaints(ByteArrayBuffer into) {
        channel.getAsyncErr()
                .read(into)
                .addListener(
                        read -> {
                            if (read.getException() == null) {
                                var text = read.getBuffer().getCompactData();
                                change(() -> keep(new String(text, StandardCharsets.UTF_8)));
                                into.clear(false);
                                listenForComplaints(into);
                            }
                        });
    }

    private void keep(String text) {
        int room = LONGEST_COMPLAINT - complaint.length();
        complaint.append(text, 0, Math.clamp(room, 0, text.length()));
    }

    /// @throws RpcException with the status of the program, if that is not 0
    @Override
    public int read(ByteBuffer into) throws IOException {
        int count;
        lock.lock();
        try {
            if (closed) {
                throw new IOException("Bad file descriptor");
            }
            count = Math.min(into.remaining(), arrived.remaining());
            into.put(arrived.slice(arrived.position(), count));
            arrived.position(arrived.position() + count);
            if (count == 0 && ended && !arrived.hasRemaining() && into.hasRemaining()) {
                return end();
            }
        } finally {
            lock.unlock();
        }
        fill();
        return count;
    }

    private int end() {
        Integer status = channel.getExitStatus();
        if (status == null || status == 0) {
            return -1;
        }
        String said = complaint.toString().strip();
        String detail =
                "Remote command terminated with non-zero code: %d%s"
                        .formatted(status, said.isEmpty() ? "" : ": " + said);
        var code = dialect.code();
        throw new RpcException(
                new RpcError(
                        code.code(),
                        dialect.domain().code(),
                        code.message(detail),
                        ERROR,
                        code.template(),
                        detail,
                        null,
                        -1,
                        -1));
    }

    /// Once the program takes nothing more the rest is thrown away: its end is told by reading,
    /// together with the reason.
    @Override
    public int write(ByteBuffer from) throws IOException {
        byte[] data;
        lock.lock();
        try {
            if (closed) {
                throw new IOException("Broken pipe");
            }
            if (outputEnded || ended) {
                int rest = from.remaining();
                from.position(from.limit());
                return rest;
            }
            if (writing || !from.hasRemaining()) {
                return 0;
            }
            data = new byte[Math.min(from.remaining(), CHUNK)];
            from.get(data);
            writing = true;
        } finally {
            lock.unlock();
        }
        try {
            channel.getAsyncIn().writeBuffer(new ByteArrayBuffer(data)).addListener(this::written);
        } catch (IOException closing) {
            change(() -> writing = false);
        }
        return data.length;
    }

    private void written(IoWriteFuture write) {
        change(() -> writing = false);
    }

    @Override
    public void await(boolean forWriting, long nanos) throws IOException {
        fill();
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !isReady(forWriting)) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            if (closed) {
                throw new IOException("Bad file descriptor");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isReady(boolean forWriting) {
        boolean canWrite = forWriting && !writing;
        return arrived.hasRemaining() || canWrite || ended || woken || closed;
    }

    @Override
    public void wakeup() {
        change(() -> woken = true);
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public void close() {
        change(() -> closed = true);
        client.close(true);
    }
}
