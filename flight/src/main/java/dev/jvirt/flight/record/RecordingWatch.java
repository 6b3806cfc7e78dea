package dev.jvirt.flight.record;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.server.FrameWatch;
import java.nio.ByteBuffer;

/// Records one client of a server.
final class RecordingWatch implements FrameWatch {
    private final Recording recording;
    private final FrameSplitter sent;

    RecordingWatch(Recording recording) {
        this.recording = recording;
        this.sent = new FrameSplitter(frame -> recording.frame(Direction.TO_CLIENT, frame));
    }

    @Override
    public void received(Frame frame) {
        FrameHeader header = frame.header();
        var bytes = ByteBuffer.allocate(frame.size());
        bytes.putInt(frame.size()).putInt(header.program()).putInt(header.version());
        bytes.putInt(header.procedure()).putInt(header.type());
        bytes.putInt(header.serial()).putInt(header.status());
        bytes.put(frame.data(), frame.offset(), frame.length());
        recording.frame(Direction.TO_SERVER, bytes.array());
    }

    @Override
    public void sending(ByteBuffer frames) {
        sent.take(frames);
    }

    @Override
    public void closed() {
        recording.end();
    }
}
