package dev.jvirt.qemu.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/// The socket of one monitor: cuts what comes in into lines, and keeps what QEMU did not take yet.
///
/// What waits to be written is guarded by [#lock]; the rest belongs to the loop's thread.
final class MonitorChannel {
    /// More than this in one line is no answer any more.
    private static final int LINE_LIMIT = 10 * 1024 * 1024;

    private final MonitorLoop loop;
    private final SocketChannel socket;
    private final Monitor monitor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MonitorChannel(MonitorLoop loop, SocketChannel socket, Monitor monitor) {
        this.loop = loop;
        this.socket = socket;
        this.monitor = monitor;
    }

    /// Sends `text`, now as far as the socket takes it, the rest when QEMU reads on.
    void send(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        lock.lock();
        try {
            if (unsent.isEmpty()) {
                socket.write(bytes);
            }
            if (bytes.hasRemaining()) {
                unsent.add(bytes);
                loop.changed(this);
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // A socket that cannot be closed is closed.
            return;
        }
        loop.changed(this); // the selector lets go of a closed socket only when it selects again
    }

    void register(Selector selector) {
        try {
            socket.register(selector, interest(), this);
        } catch (ClosedChannelException | CancelledKeyException closed) {
            // Closed meanwhile: there is nothing to watch.
            return;
        }
    }

    private int interest() {
        lock.lock();
        try {
            return unsent.isEmpty()
                    ? SelectionKey.OP_READ
                    : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        } finally {
            lock.unlock();
        }
    }

    void ready(SelectionKey key) {
        try {
            if (key.isWritable()) {
                sendRest();
                key.interestOps(interest());
            }
            if (key.isReadable() && !receive()) {
                end(key);
            }
        } catch (CancelledKeyException closed) {
            return;
        } catch (IOException failure) {
            end(key);
        }
    }

    private void sendRest() throws IOException {
        lock.lock();
        try {
            while (!unsent.isEmpty()) {
                socket.write(unsent.peek());
                if (unsent.peek().hasRemaining()) {
                    return;
                }
                unsent.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the peer is still there.
    private boolean receive() throws IOException {
        ByteBuffer buffer = loop.buffer();
        int count = socket.read(buffer);
        if (count < 0) {
            return false;
        }
        buffer.flip();
        cut(buffer);
        return true;
    }

    private void cut(ByteBuffer received) throws IOException {
        byte[] bytes = new byte[received.remaining()];
        received.get(bytes);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                monitor.received(line.toString(StandardCharsets.UTF_8));
                line.reset();
                start = i + 1;
            }
        }
        line.write(bytes, start, bytes.length - start);
        if (line.size() > LINE_LIMIT) {
            throw new IOException(
                    "QEMU monitor reply exceeds buffer size (" + LINE_LIMIT + " bytes)");
        }
    }

    /// Ends the conversation from this side, and says so.
    void end(SelectionKey key) {
        key.cancel();
        try {
            socket.close();
        } catch (IOException ignored) {
            // What matters is told below.
        }
        monitor.ended();
    }
}
