package dev.jvirt.flight.replay;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.FrameSplitter;
import dev.jvirt.flight.record.Messages;
import dev.jvirt.flight.record.RecordSettings;
import dev.jvirt.flight.record.Recording;
import dev.jvirt.flight.record.RecordingTarget;
import dev.jvirt.rpc.frame.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Stands between clients and a daemon and records what they say. Each connection gets a file of
/// its own.
///
/// Descriptors are not passed on: a connection that passes one ends.
public final class Proxy {
    private static final int BUFFER = 256 << 10;

    private final Path daemon;
    private final Path file;
    private final boolean streams;

    /// @param daemon the socket of the daemon
    /// @param file the first connection's file; later ones get a number behind it
    /// @param streams whether to keep the data of streams
    public Proxy(Path daemon, Path file, boolean streams) {
        this.daemon = daemon;
        this.file = file.toAbsolutePath();
        this.streams = streams;
    }

    /// Makes a socket and listens on it.
    public SocketServer listen(Path socket) throws IOException {
        return new SocketServer(socket, this::serve);
    }

    private void serve(SocketChannel client) throws IOException {
        var settings = new RecordSettings(file, OptionalLong.empty(), streams);
        var target = new RecordingTarget(file, "rpc-record, connection to " + daemon);
        try (SocketChannel server = Sockets.connect(daemon)) {
            Recording recording = Recording.start(settings, target, _ -> {});
            try {
                Thread back =
                        Thread.ofPlatform()
                                .daemon()
                                .name("daemon")
                                .start(() -> pump(server, client, Direction.TO_CLIENT, recording));
                pump(client, server, Direction.TO_SERVER, recording);
                join(back);
            } finally {
                recording.end();
            }
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /// Passes on what `from` says until it ends; then `to` ends as well.
    private static void pump(
            SocketChannel from, SocketChannel to, Direction direction, Recording recording) {
        var splitter = new FrameSplitter(frame -> record(recording, direction, frame));
        var buffer = ByteBuffer.allocate(BUFFER);
        try (to) {
            while (from.read(buffer) >= 0) {
                // Recorded before it is passed on: an answer must not come before its question.
                if (!splitter.take(buffer.flip())) {
                    recording.note("what follows are no frames");
                }
                Sockets.writeAll(to, buffer);
                buffer.clear();
            }
        } catch (ClosedChannelException e) {
            // the other side has ended
        } catch (IOException | IllegalStateException e) {
            recording.note(String.valueOf(e.getMessage()));
        }
    }

    private static void record(Recording recording, Direction direction, byte[] frame) {
        boolean descriptors =
                Messages.mayCarryDescriptors(RecordedFrame.header(frame))
                        && frame.length >= Frames.OVERHEAD + Frames.LENGTH_WORD
                        && ByteBuffer.wrap(frame).getInt(Frames.OVERHEAD) != 0;
        recording.frame(direction, frame);
        if (descriptors) {
            throw new IllegalStateException("descriptors cannot be passed on");
        }
    }
}
