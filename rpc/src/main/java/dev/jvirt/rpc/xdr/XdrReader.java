package dev.jvirt.rpc.xdr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/// Reads XDR from a part of an array. Bytes that are left over in the end are nobody's concern, as
/// in libvirt.
///
/// Signed and unsigned differ only in meaning: an unsigned value keeps its bits.
public final class XdrReader {
    private final byte[] data;
    private final int end;
    private int position;

    public XdrReader(byte[] data, int offset, int length) {
        this.data = data;
        this.position = offset;
        this.end = offset + length;
    }

    /// Another reader of what is left: reading from it leaves this one where it is.
    public XdrReader copy() {
        return new XdrReader(data, position, end - position);
    }

    public int readInt() {
        int at = take(4);
        return (data[at] & 0xff) << 24
                | (data[at + 1] & 0xff) << 16
                | (data[at + 2] & 0xff) << 8
                | (data[at + 3] & 0xff);
    }

    public long readLong() {
        long high = readInt();
        return high << 32 | (readInt() & 0xffff_ffffL);
    }

    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    public boolean readBoolean() {
        return readInt() != 0;
    }

    /// A char or uchar: a word of which the low eight bits count.
    public byte readByte() {
        return (byte) readInt();
    }

    /// An ushort: a word of which the low sixteen bits count.
    public short readShort() {
        return (short) readInt();
    }

    /// A string of at most `max` bytes. Like a C peer, it stops at a NUL.
    public String readString(int max) {
        int length = readCount(max);
        String whole = new String(data, takePadded(length), length, UTF_8);
        int nul = whole.indexOf(0);
        return nul < 0 ? whole : whole.substring(0, nul);
    }

    /// Opaque bytes with their length before them, at most `max`.
    public byte[] readOpaque(int max) {
        return readFixedOpaque(readCount(max));
    }

    /// Exactly `length` opaque bytes.
    public byte[] readFixedOpaque(int length) {
        int at = takePadded(length);
        byte[] bytes = new byte[length];
        System.arraycopy(data, at, bytes, 0, length);
        return bytes;
    }

    /// An array of at most `max` chars: a count, then a word for each.
    public byte[] readCharArray(int max) {
        return readFixedCharArray(readCount(max));
    }

    /// Exactly `length` chars, a word for each.
    public byte[] readFixedCharArray(int length) {
        if (length > remaining() / 4) {
            throw XdrException.decoding(length + " chars in " + remaining() + " bytes");
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = readByte();
        }
        return bytes;
    }

    /// Sixteen opaque bytes.
    public UUID readUuid() {
        return new UUID(readLong(), readLong());
    }

    /// The number of elements that follow, at most `max`. An element takes a word at least, so a
    /// count that the payload cannot hold is refused before anybody makes room for it; elements
    /// without bytes do not exist.
    public int readCount(int max) {
        int count = readInt();
        if (count < 0 || count > max) {
            throw XdrException.decoding(
                    "count " + Integer.toUnsignedString(count) + " is above the limit " + max);
        }
        if (count > remaining()) {
            throw XdrException.decoding(
                    "count " + count + " is more than the " + remaining() + " bytes left");
        }
        return count;
    }

    /// Whether an optional value follows.
    public boolean readPresent() {
        return readInt() != 0;
    }

    /// Bytes not yet read.
    public int remaining() {
        return end - position;
    }

    private int takePadded(int length) {
        int at = take(length);
        take(-length & 3);
        return at;
    }

    private int take(int count) {
        if (count > end - position) {
            throw XdrException.decoding("payload ends early");
        }
        int at = position;
        position = at + count;
        return at;
    }
}
