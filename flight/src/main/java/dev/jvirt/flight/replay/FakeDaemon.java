package dev.jvirt.flight.replay;

import dev.jvirt.flight.dump.Names;
import dev.jvirt.flight.file.Flight;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.FrameSplitter;
import dev.jvirt.flight.record.Messages;
import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A daemon that says to every client what was recorded of another.
public final class FakeDaemon {
    private static final int BUFFER = 64 << 10;
    private static final int SETTLE_MILLIS = 50;

    private final Flight flight;
    private final Consumer<String> words;

    /// @param words is told what the recording has no answer to
    public FakeDaemon(Flight flight, Consumer<String> words) {
        this.flight = flight;
        this.words = words;
    }

    /// Makes a socket and listens on it.
    public SocketServer listen(Path socket) throws IOException {
        return new SocketServer(socket, this::serve);
    }

    private void serve(SocketChannel client) throws IOException {
        var script = new Script(flight.frames(), flight.streams());
        var arrived = new ArrayList<byte[]>();
        var splitter = new FrameSplitter(arrived::add);
        var buffer = ByteBuffer.allocate(BUFFER);
        while (client.read(buffer) >= 0) {
            if (!splitter.take(buffer.flip())) {
                return;
            }
            buffer.clear();
            for (byte[] frame : arrived) {
                if (!answer(client, script, frame)) {
                    return;
                }
            }
            arrived.clear();
        }
    }

    /// @return false if the connection is to end
    private boolean answer(SocketChannel client, Script script, byte[] frame) throws IOException {
        FrameHeader header = RecordedFrame.header(frame);
        if (KeepAlive.isKeepAlive(header)) {
            if (header.procedure() == KeepAlive.PING) {
                Sockets.writeAll(client, pong());
            }
            return true;
        }
        if (header.type() == MessageType.CALL_WITH_FDS) {
            words.accept("a client passes descriptors, which cannot be replayed");
            return false;
        }
        boolean afterReply = false;
        for (byte[] said : answers(script, header, frame)) {
            FrameHeader next = RecordedFrame.header(said);
            if (afterReply && next.type() == MessageType.MESSAGE) {
                letSettle();
            }
            Sockets.writeAll(client, ByteBuffer.wrap(said));
            afterReply = Messages.isReply(next);
        }
        return !isFarewell(header);
    }

    /// Waits a moment: a client that learns by a reply what its events are called drops those that
    /// arrive before it has noted that.
    private static void letSettle() throws IOException {
        try {
            new CountDownLatch(1).await(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between a reply and an event");
        }
    }

    private List<byte[]> answers(Script script, FrameHeader header, byte[] frame) {
        Optional<List<byte[]>> answers = script.answer(frame);
        if (answers.isPresent()) {
            return answers.get();
        }
        String why =
                "no recorded answer to %s with these arguments".formatted(Names.message(header));
        words.accept(why);
        var out = new XdrWriter();
        Frames.writeError(
                out, header.with(MessageType.REPLY, MessageStatus.ERROR), RpcError.internal(why));
        return List.of(out.toByteArray());
    }

    private static boolean isFarewell(FrameHeader header) {
        return Messages.isCall(header)
                && WireShapes.find(header.program(), header.procedure())
                        .filter(shape -> shape.name().equals("connect_close"))
                        .isPresent();
    }

    private static ByteBuffer pong() {
        var out = new XdrWriter();
        Frames.writeEmpty(out, KeepAlive.pong());
        return ByteBuffer.wrap(out.toByteArray());
    }
}
