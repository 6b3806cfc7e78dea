package dev.jvirt.rpc.frame;

import dev.jvirt.rpc.xdr.XdrReader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A message that was received.
///
/// Its bytes may lie in the reader's buffer: they are valid until more is read, unless the frame is
/// [#detached].
public final class Frame {
    private static final byte[] EMPTY = {};

    private final FrameHeader header;
    private final byte[] data;
    private final int offset;
    private final int length;
    private final boolean owned;
    private final @Nullable ByteBuffer bulk;

    /// @param owned whether nobody else uses `data`
    Frame(FrameHeader header, byte[] data, int offset, int length, boolean owned) {
        this.header = header;
        this.data = data;
        this.offset = offset;
        this.length = length;
        this.owned = owned;
        this.bulk = null;
    }

    /// A large packet of a stream.
    ///
    /// @param bulk its payload, in one of the [BulkBuffers]
    Frame(FrameHeader header, ByteBuffer bulk) {
        this.header = header;
        this.data = EMPTY;
        this.offset = 0;
        this.length = bulk.remaining();
        this.owned = true;
        this.bulk = bulk;
    }

    public FrameHeader header() {
        return header;
    }

    /// The payload of a packet of a stream. If the packet is kept, its memory belongs to whoever
    /// keeps it, who gives it to [BulkBuffers#give] in the end.
    public ByteBuffer body() {
        return bulk == null ? ByteBuffer.wrap(data, offset, length) : bulk;
    }

    /// The array in which the payload lies; that of a packet of a stream lies in its [#body].
    public byte[] data() {
        return data;
    }

    /// Where the payload begins.
    public int offset() {
        return offset;
    }

    /// How long the payload is.
    public int length() {
        return length;
    }

    /// The bytes that the whole message took.
    public int size() {
        return Frames.OVERHEAD + length;
    }

    /// A reader of the payload.
    public XdrReader payload() {
        return new XdrReader(data, offset, length);
    }

    /// This frame with bytes of its own.
    public Frame detached() {
        if (owned) {
            return this;
        }
        byte[] copy = Arrays.copyOfRange(data, offset, offset + length);
        return new Frame(header, copy, 0, length, true);
    }

    /// This frame without the first `count` bytes of its payload.
    public Frame skip(int count) {
        return new Frame(header, data, offset + count, length - count, owned);
    }
}
