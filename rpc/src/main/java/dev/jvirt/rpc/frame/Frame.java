package dev.jvirt.rpc.frame;

import dev.jvirt.rpc.xdr.XdrReader;
import java.util.Arrays;

/// A message that was received.
///
/// Its bytes may lie in the reader's buffer: they are valid until more is read, unless the frame is
/// [#detached].
public final class Frame {
    private final FrameHeader header;
    private final byte[] data;
    private final int offset;
    private final int length;
    private final boolean owned;

    /// @param owned whether nobody else uses `data`
    Frame(FrameHeader header, byte[] data, int offset, int length, boolean owned) {
        this.header = header;
        this.data = data;
        this.offset = offset;
        this.length = length;
        this.owned = owned;
    }

    public FrameHeader header() {
        return header;
    }

    /// The array in which the payload lies.
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
