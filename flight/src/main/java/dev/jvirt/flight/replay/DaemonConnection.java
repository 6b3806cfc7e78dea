package dev.jvirt.flight.replay;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.Censor;
import dev.jvirt.flight.record.FrameSplitter;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A connection to a daemon for one thread: what is heard is kept, pings are answered.
final class DaemonConnection implements AutoCloseable {
    private static final int BUFFER = 256 << 10;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Censor censor;
    private final Heard heard = new Heard();
    private final List<byte[]> arrived = new ArrayList<>();
    private final FrameSplitter splitter = new FrameSplitter(arrived::add);
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private boolean open = true;

    private DaemonConnection(SocketChannel channel, Selector selector, boolean streams)
            throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.censor = new Censor(streams);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    static DaemonConnection open(Path socket, boolean streams) throws IOException {
        SocketChannel channel = Sockets.connect(socket);
        Selector selector = Selector.open();
        return new DaemonConnection(channel, selector, streams);
    }

    /// What the daemon has said so far.
    Heard heard() {
        return heard;
    }

    /// Says something.
    ///
    /// @return false if the daemon has ended the connection
    boolean send(byte[] frame) throws IOException {
        var bytes = ByteBuffer.wrap(frame);
        try {
            while (open && bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    selector.select();
                    selector.selectedKeys().clear();
                    key.interestOps(SelectionKey.OP_READ);
                    listen();
                }
            }
        } catch (IOException e) {
            open = false;
        }
        return open;
    }

    /// Listens until the daemon has said as much as `other`, until it ends the connection, or until
    /// it has said nothing for so long.
    void awaitAsMuchAs(Heard other, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (open && !heard.isAsMuchAs(other)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            if (selector.select(left / NANOS_PER_MILLI + 1) > 0) {
                selector.selectedKeys().clear();
                listen();
                deadline = System.nanoTime() + patience.toNanos();
            }
        }
    }

    private void listen() throws IOException {
        int count = channel.read(buffer.clear());
        if (count < 0 || !splitter.take(buffer.flip())) {
            open = false;
        }
        for (byte[] frame : arrived) {
            hear(frame);
        }
        arrived.clear();
    }

    private void hear(byte[] frame) throws IOException {
        FrameHeader header = RecordedFrame.header(frame);
        if (!KeepAlive.isKeepAlive(header)) {
            int size = frame.length;
            heard.add(new RecordedFrame(Direction.TO_CLIENT, 0, size, censor.keep(frame)));
        } else if (header.procedure() == KeepAlive.PING) {
            var out = new XdrWriter();
            Frames.writeEmpty(out, KeepAlive.pong());
            send(out.toByteArray());
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
