package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.layer.ByteLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// A transport that is recorded. Descriptors pass by; their number stands in the frames.
final class RecordingTransport implements Transport {
    private final Transport transport;
    private final Recording recording;
    private final FrameSplitter sent;
    private final FrameSplitter received;

    RecordingTransport(Transport transport, Recording recording) {
        this.transport = transport;
        this.recording = recording;
        this.sent = new FrameSplitter(frame -> recording.frame(Direction.TO_SERVER, frame));
        this.received = new FrameSplitter(frame -> recording.frame(Direction.TO_CLIENT, frame));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int start = into.position();
        int count = noted("reading", () -> transport.read(into));
        if (count > 0) {
            received.take(into.duplicate().flip().position(start));
        } else if (count < 0) {
            recording.note("the server has closed the connection");
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        ByteBuffer whole = from.duplicate();
        return noted(
                "writing",
                () ->
                        recording.inOrder(
                                () -> {
                                    int count = transport.write(from);
                                    sent.take(whole.limit(from.position()));
                                    return count;
                                }));
    }

    private int noted(String doing, Recording.Step<Integer> step) throws IOException {
        try {
            return step.run();
        } catch (IOException e) {
            recording.note(doing + " failed: " + e.getMessage());
            throw e;
        }
    }

    @Override
    public void await(boolean forWriting, long nanos) throws IOException {
        transport.await(forWriting, nanos);
    }

    @Override
    public void wakeup() {
        transport.wakeup();
    }

    @Override
    public Optional<Descriptors> descriptors() {
        return transport.descriptors();
    }

    @Override
    public void install(ByteLayer layer) {
        transport.install(layer);
    }

    @Override
    public boolean isSecure() {
        return transport.isSecure();
    }

    @Override
    public boolean isEncrypted() {
        return transport.isEncrypted();
    }

    @Override
    public void close() {
        transport.close();
        recording.end();
    }
}
