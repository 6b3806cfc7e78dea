package dev.jvirt.flight.file;

import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.MessageType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A frame of a recorded connection.
public final class RecordedFrame implements Entry {
    private final Direction direction;
    private final long nanos;
    private final int size;
    private final byte[] stored;

    /// @param size the bytes that the whole frame took
    /// @param stored those that were kept, from the first on; at least the header. The rest counts
    ///     as zeros.
    public RecordedFrame(Direction direction, long nanos, int size, byte[] stored) {
        if (stored.length < Frames.OVERHEAD || stored.length > size) {
            throw new IllegalArgumentException(stored.length + " of " + size + " bytes");
        }
        this.direction = direction;
        this.nanos = nanos;
        this.size = size;
        this.stored = stored;
    }

    /// Which way it went.
    public Direction direction() {
        return direction;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /// The bytes that the whole frame took.
    public int size() {
        return size;
    }

    /// The bytes that were kept: not a copy.
    public byte[] stored() {
        return stored;
    }

    /// What stands before the payload.
    public FrameHeader header() {
        return header(stored);
    }

    /// What stands before the payload of a frame.
    public static FrameHeader header(byte[] frame) {
        var words = ByteBuffer.wrap(frame).position(Frames.LENGTH_WORD);
        return new FrameHeader(
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt(),
                words.getInt());
    }

    /// The whole frame.
    public byte[] bytes() {
        return Arrays.copyOf(stored, size);
    }

    /// Whether all of it was kept.
    public boolean isWhole() {
        return stored.length == size;
    }

    /// Where the arguments or the result begin: behind the number of descriptors, if there is one.
    public int body() {
        return Math.min(Frames.OVERHEAD + (mayCarryDescriptors() ? Frames.LENGTH_WORD : 0), size);
    }

    /// How many descriptors followed the frame.
    public int descriptors() {
        return mayCarryDescriptors() && stored.length >= Frames.OVERHEAD + Frames.LENGTH_WORD
                ? ByteBuffer.wrap(stored).getInt(Frames.OVERHEAD)
                : 0;
    }

    private boolean mayCarryDescriptors() {
        int type = header().type();
        return type == MessageType.CALL_WITH_FDS || type == MessageType.REPLY_WITH_FDS;
    }

    /// The same frame as a message of another call.
    public byte[] withSerial(int serial) {
        byte[] bytes = bytes();
        ByteBuffer.wrap(bytes).putInt(Frames.TYPE_OFFSET + Integer.BYTES, serial);
        return bytes;
    }
}
