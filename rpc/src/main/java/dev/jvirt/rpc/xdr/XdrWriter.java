package dev.jvirt.rpc.xdr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/// Writes XDR into an array that grows up to a limit. Owners keep a writer and [#reset] it.
public final class XdrWriter {
    /// The largest frame: its length word and 32 MiB.
    public static final int LARGEST_FRAME = 4 + 33_554_432;

    private static final int INITIAL = 256;

    /// Longer strings are copied faster at once than character by character.
    private static final int SHORT = 32;

    private static final int ASCII = 0x7f;

    private int limit;
    private byte[] buffer;
    private int position;

    /// A writer that holds one frame at most.
    public XdrWriter() {
        this(INITIAL, LARGEST_FRAME);
    }

    /// A writer that starts with room for `initial` bytes and grows to `limit`.
    public XdrWriter(int initial, int limit) {
        this.buffer = new byte[initial];
        this.limit = limit;
    }

    public void writeInt(int value) {
        int at = claim(4);
        store(at, value);
    }

    public void writeLong(long value) {
        int at = claim(8);
        store(at, (int) (value >>> 32));
        store(at + 4, (int) value);
    }

    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    public void writeBoolean(boolean value) {
        writeInt(value ? 1 : 0);
    }

    /// A char, sign-extended to a word as C peers do.
    public void writeByte(byte value) {
        writeInt(value);
    }

    /// An ushort as a word.
    public void writeShort(short value) {
        writeInt(value & 0xffff);
    }

    /// A string of at most `max` bytes.
    public void writeString(String value, int max) {
        if (value.length() > SHORT || value.length() > max || !writeAscii(value)) {
            writeOpaque(value.getBytes(UTF_8), max);
        }
    }

    /// Names are short and plain: they need no array of their own on their way.
    ///
    /// @return false if the string is another one, and nothing is written
    private boolean writeAscii(String value) {
        int length = value.length();
        int start = position;
        writeInt(length);
        int at = claim(length);
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            seen |= c;
            buffer[at + i] = (byte) c;
        }
        if (seen > ASCII) {
            position = start;
            return false;
        }
        pad(length);
        return true;
    }

    private void pad(int length) {
        int padding = -length & 3;
        int at = claim(padding);
        Arrays.fill(buffer, at, at + padding, (byte) 0);
    }

    /// Opaque bytes, at most `max`, with their length before them.
    public void writeOpaque(byte[] value, int max) {
        writeCount(value.length, max);
        writeFixedOpaque(value, value.length);
    }

    /// Exactly `length` opaque bytes.
    public void writeFixedOpaque(byte[] value, int length) {
        requireLength(value, length);
        writeRaw(value, 0, length);
        pad(length);
    }

    /// An array of at most `max` chars: a count, then a word for each.
    public void writeCharArray(byte[] value, int max) {
        writeCount(value.length, max);
        writeFixedCharArray(value, value.length);
    }

    /// Exactly `length` chars, a word for each.
    public void writeFixedCharArray(byte[] value, int length) {
        requireLength(value, length);
        for (byte element : value) {
            writeByte(element);
        }
    }

    /// Sixteen opaque bytes.
    public void writeUuid(UUID value) {
        writeLong(value.getMostSignificantBits());
        writeLong(value.getLeastSignificantBits());
    }

    /// The number of elements that follow.
    public void writeCount(int count, int max) {
        if (count > max) {
            throw XdrException.encoding("count " + count + " is above the limit " + max);
        }
        writeInt(count);
    }

    /// Whether an optional value follows.
    public void writePresent(boolean present) {
        writeInt(present ? 1 : 0);
    }

    /// Bytes as they are, without length or padding.
    public void writeRaw(byte[] bytes, int offset, int length) {
        int at = claim(length);
        System.arraycopy(bytes, offset, buffer, at, length);
    }

    /// The next `length` bytes of `from`, as they are.
    public void writeRaw(ByteBuffer from, int length) {
        int at = claim(length);
        from.get(buffer, at, length);
    }

    /// Puts `value` into the word at `at`, which has been written before.
    public void patchInt(int at, int value) {
        store(at, value);
    }

    /// Puts a word before what was written from `at` on.
    public void insertInt(int at, int value) {
        int end = claim(4);
        System.arraycopy(buffer, at, buffer, at + 4, end - at);
        store(at, value);
    }

    /// Refuses to grow beyond `bytes`.
    public void limit(int bytes) {
        limit = bytes;
    }

    /// How much has been written.
    public int position() {
        return position;
    }

    /// Forgets what was written after `to`.
    public void truncate(int to) {
        position = Math.min(position, to);
    }

    /// Starts anew; a buffer that one large message made grow beyond `keep` bytes is given back.
    public void reset(int keep) {
        position = 0;
        if (buffer.length > keep) {
            buffer = new byte[INITIAL];
        }
    }

    /// The buffer; what was written are its first [#position] bytes. Valid until the next write.
    public byte[] buffer() {
        return buffer;
    }

    /// A copy of what was written.
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, position);
    }

    private static void requireLength(byte[] value, int length) {
        if (value.length != length) {
            throw XdrException.encoding(value.length + " bytes where " + length + " belong");
        }
    }

    private void store(int at, int value) {
        buffer[at] = (byte) (value >>> 24);
        buffer[at + 1] = (byte) (value >>> 16);
        buffer[at + 2] = (byte) (value >>> 8);
        buffer[at + 3] = (byte) value;
    }

    private int claim(int count) {
        int at = position;
        if (count > buffer.length - at) {
            grow(count);
        }
        position = at + count;
        return at;
    }

    private void grow(int count) {
        if (count > limit - position) {
            throw XdrException.encoding("message exceeds " + limit + " bytes");
        }
        int doubled = (int) Math.min(limit, 2L * buffer.length);
        buffer = Arrays.copyOf(buffer, Math.max(doubled, position + count));
    }
}
