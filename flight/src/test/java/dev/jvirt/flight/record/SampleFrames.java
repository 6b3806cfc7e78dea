package dev.jvirt.flight.record;

import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.FrameReader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Frames as peers send them.
public final class SampleFrames {
    private SampleFrames() {}

    public static <T> byte[] call(int procedure, int serial, XdrCodec<T> codec, T arguments) {
        return frame(
                remote(procedure, MessageType.CALL, serial, MessageStatus.OK), codec, arguments);
    }

    public static byte[] call(int procedure, int serial) {
        return call(procedure, serial, EmptyCodec.INSTANCE, Empty.INSTANCE);
    }

    public static <T> byte[] reply(int procedure, int serial, XdrCodec<T> codec, T result) {
        return frame(remote(procedure, MessageType.REPLY, serial, MessageStatus.OK), codec, result);
    }

    public static byte[] reply(int procedure, int serial) {
        return reply(procedure, serial, EmptyCodec.INSTANCE, Empty.INSTANCE);
    }

    public static <T> byte[] event(int procedure, XdrCodec<T> codec, T event) {
        int serial = Frames.EVENT_SERIAL;
        return frame(
                remote(procedure, MessageType.MESSAGE, serial, MessageStatus.OK), codec, event);
    }

    public static byte[] data(int procedure, int serial, byte... bytes) {
        return raw(remote(procedure, MessageType.STREAM, serial, MessageStatus.CONTINUE), bytes);
    }

    public static byte[] end(int procedure, int serial) {
        return raw(remote(procedure, MessageType.STREAM, serial, MessageStatus.OK));
    }

    public static byte[] raw(FrameHeader header, byte... payload) {
        var out = new XdrWriter();
        int start = Frames.begin(out, header);
        out.writeRaw(ByteBuffer.wrap(payload), payload.length);
        Frames.end(out, start);
        return out.toByteArray();
    }

    public static FrameHeader remote(int procedure, int type, int serial, int status) {
        return new FrameHeader(Program.REMOTE.number(), 1, procedure, type, serial, status);
    }

    public static <T> byte[] frame(FrameHeader header, XdrCodec<T> codec, T payload) {
        var out = new XdrWriter();
        Frames.write(out, header, codec, payload);
        return out.toByteArray();
    }

    /// What somebody who receives the bytes sees.
    public static Frame received(byte[] bytes) {
        var reader = new FrameReader(false);
        var source = ByteBuffer.wrap(bytes);
        try {
            while (source.hasRemaining()) {
                reader.fill(into -> move(source, into));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(reader.next()).orElseThrow();
    }

    private static int move(ByteBuffer source, ByteBuffer into) {
        int count = Math.min(into.remaining(), source.remaining());
        into.put(source.slice(source.position(), count));
        source.position(source.position() + count);
        return count;
    }
}
