package dev.jvirt.rpc.frame;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.xdr.XdrCodec;
import dev.jvirt.rpc.xdr.XdrWriter;

/// Writes frames: [#begin], then the payload, then [#end].
public final class Frames {
    /// The bytes of the length word.
    public static final int LENGTH_WORD = 4;

    /// The bytes of a message without payload: length word and header.
    public static final int OVERHEAD = LENGTH_WORD + 24;

    /// The most bytes of a stream packet that old peers take.
    public static final int STREAM_DATA_MAX = 262_120;

    /// How much of a stream the socket may hold, so that both sides can work at a time.
    public static final int STREAM_SOCKET_BYTES = 512 << 10;

    /// The most descriptors that one message carries.
    public static final int DESCRIPTORS_MAX = 32;

    /// The serial of every event.
    public static final int EVENT_SERIAL = 1;

    /// Where the type lies in a message.
    public static final int TYPE_OFFSET = 16;

    private Frames() {}

    /// Begins a frame behind what `out` holds already.
    ///
    /// @return where it begins, for [#end]
    public static int begin(XdrWriter out, FrameHeader header) {
        int start = out.position();
        out.limit(start + XdrWriter.LARGEST_FRAME);
        out.writeInt(0);
        out.writeInt(header.program());
        out.writeInt(header.version());
        out.writeInt(header.procedure());
        out.writeInt(header.type());
        out.writeInt(header.serial());
        out.writeInt(header.status());
        return start;
    }

    /// Ends the frame that began at `start`: its length is known now.
    public static void end(XdrWriter out, int start) {
        out.patchInt(start, out.position() - start);
    }

    /// Writes a whole frame.
    ///
    /// @throws dev.jvirt.rpc.xdr.XdrException if the payload cannot be encoded
    public static <T> void write(XdrWriter out, FrameHeader header, XdrCodec<T> codec, T payload) {
        int start = begin(out, header);
        codec.write(out, payload);
        end(out, start);
    }

    /// Writes a frame without payload.
    public static void writeEmpty(XdrWriter out, FrameHeader header) {
        end(out, begin(out, header));
    }

    /// Writes a frame whose payload is an error.
    public static void writeError(XdrWriter out, FrameHeader header, RpcError error) {
        write(out, header, RpcErrorCodec.INSTANCE, error);
    }

    static int wordAt(byte[] data, int at) {
        return (data[at] & 0xff) << 24
                | (data[at + 1] & 0xff) << 16
                | (data[at + 2] & 0xff) << 8
                | (data[at + 3] & 0xff);
    }
}
