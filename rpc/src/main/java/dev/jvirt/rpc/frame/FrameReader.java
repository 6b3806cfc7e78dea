package dev.jvirt.rpc.frame;

import static dev.jvirt.rpc.frame.Frames.OVERHEAD;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Cuts frames out of the bytes that arrive. Not thread-safe.
///
/// An idle reader holds a buffer of a few hundred bytes. A large frame gets an array of its own
/// that grows as its bytes arrive, so that nobody can make us take memory by announcing a length.
///
/// On a socket that may carry descriptors the reader must be *exact*: the byte that a descriptor
/// rides on follows its message, and an ordinary read that swallowed it would lose the descriptor.
/// Such a reader never reads past the header of the next message.
public final class FrameReader {
    /// A frame above this size gets its own array.
    private static final int SMALL = 16 << 10;

    private static final int INITIAL = 512;

    /// What an idle reader holds at most.
    private static final int KEPT = 4 << 10;

    /// What the header of a large frame is worth: thousands of clients may send no more than that.
    private static final int LARGE_INITIAL = 16 << 10;

    /// How many times as much as has arrived a large frame takes at most.
    private static final int GROWTH = 4;

    /// The JDK copies through a direct buffer of the size asked for: keep it bounded.
    private static final int READ_MAX = 256 << 10;

    private boolean exact;
    private byte[] buffer = new byte[INITIAL];
    private ByteBuffer view = ByteBuffer.wrap(buffer);
    private int start;
    private int end;
    private byte @Nullable [] large;
    private int largeLength;
    private int largeFilled;
    private final Predicate<FrameHeader> streams;
    private @Nullable FrameHeader bulkHeader;
    private ByteBuffer bulk = ByteBuffer.allocate(0);
    private boolean drained;

    public FrameReader(boolean exact) {
        this(exact, packet -> false);
    }

    /// @param streams whether somebody waits for that packet of a stream
    public FrameReader(boolean exact, Predicate<FrameHeader> streams) {
        this.exact = exact;
        this.streams = streams;
    }

    /// Makes it exact from the next read on: nothing that a descriptor rides on is under way yet.
    public void beExact() {
        exact = true;
    }

    /// Reads once. Frames taken before are invalid from now on, unless detached.
    ///
    /// @return the number of bytes, 0 if there are none now, -1 at the end
    public int fill(ByteSource source) throws IOException {
        if (large != null) {
            return fillLarge(source, large);
        }
        if (bulkHeader != null) {
            int missing = bulk.remaining();
            int count = source.read(bulk);
            drained = count < missing;
            return count;
        }
        int wanted = makeRoom();
        view.limit(end + wanted).position(end);
        int count = source.read(view);
        drained = count < wanted;
        if (count > 0) {
            end += count;
        }
        return count;
    }

    private int fillLarge(ByteSource source, byte[] array) throws IOException {
        byte[] target = array;
        if (largeFilled == target.length) {
            target =
                    Arrays.copyOf(
                            target, (int) Math.min(largeLength, (long) GROWTH * target.length));
            large = target;
        }
        int wanted = Math.min(target.length - largeFilled, READ_MAX);
        int count = source.read(ByteBuffer.wrap(target, largeFilled, wanted));
        drained = count < wanted;
        if (count > 0) {
            largeFilled += count;
        }
        return count;
    }

    /// Makes room at the end of the buffer.
    ///
    /// @return how many bytes to read
    private int makeRoom() {
        int available = end - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, available);
            start = 0;
            end = available;
        }
        int wanted = available < OVERHEAD ? OVERHEAD - available : frameLength() - available;
        if (exact && available >= OVERHEAD && !carriesDescriptors()) {
            wanted += OVERHEAD;
        }
        if (wanted > buffer.length - end) {
            int doubled = Math.max(2 * buffer.length, end + wanted);
            buffer = Arrays.copyOf(buffer, doubled);
            view = ByteBuffer.wrap(buffer);
        }
        return exact ? wanted : buffer.length - end;
    }

    private boolean carriesDescriptors() {
        int type = Frames.wordAt(buffer, start + Frames.TYPE_OFFSET);
        return type == MessageType.CALL_WITH_FDS || type == MessageType.REPLY_WITH_FDS;
    }

    /// The next frame that has arrived completely, null if there is none.
    ///
    /// @throws RpcException if a length is one that no message has; the connection is beyond repair
    public @Nullable Frame next() {
        byte[] array = large;
        if (array != null) {
            if (largeFilled < largeLength) {
                return null;
            }
            large = null;
            return frame(array, 0, largeLength, true);
        }
        if (bulkHeader != null) {
            return nextBulk(bulkHeader);
        }
        if (end - start < Frames.LENGTH_WORD) {
            return null;
        }
        int length = frameLength();
        checkLength(length);
        if (end - start >= length) {
            int at = start;
            start += length;
            return frame(buffer, at, length, false);
        }
        if (length > SMALL && end - start >= OVERHEAD) {
            startLarge(length);
        }
        return null;
    }

    /// Takes a byte that stands between two frames.
    ///
    /// @return false if it has not arrived yet
    public boolean skipByte() {
        if (start == end) {
            return false;
        }
        start++;
        return true;
    }

    /// Gives back what a large frame needed, if nothing is midway. Frames taken before are invalid
    /// from now on, unless detached.
    public void rest() {
        if (buffer.length > KEPT && !isMidway()) {
            buffer = new byte[INITIAL];
            view = ByteBuffer.wrap(buffer);
            start = 0;
            end = 0;
        }
    }

    /// Whether bytes of a frame that is not complete have arrived.
    public boolean isMidway() {
        return large != null || bulkHeader != null || end > start;
    }

    /// Whether the last read found less than it asked for: there is no more for now.
    public boolean isDrained() {
        return drained;
    }

    private @Nullable Frame nextBulk(FrameHeader header) {
        if (bulk.hasRemaining()) {
            return null;
        }
        bulkHeader = null;
        return new Frame(header, bulk.flip());
    }

    private void startLarge(int length) {
        FrameHeader header = header(buffer, start);
        if (length - OVERHEAD <= BulkBuffers.SIZE && isData(header) && streams.test(header)) {
            bulk = BulkBuffers.take().limit(length - OVERHEAD);
            bulk.put(buffer, start + OVERHEAD, end - start - OVERHEAD);
            bulkHeader = header;
            start = 0;
            end = 0;
            return;
        }
        byte[] array = new byte[Math.min(length, LARGE_INITIAL)];
        largeFilled = end - start;
        System.arraycopy(buffer, start, array, 0, largeFilled);
        largeLength = length;
        large = array;
        start = 0;
        end = 0;
    }

    private static boolean isData(FrameHeader header) {
        return header.type() == MessageType.STREAM && header.status() == MessageStatus.CONTINUE;
    }

    private int frameLength() {
        return Frames.wordAt(buffer, start);
    }

    private static void checkLength(int length) {
        // The words are those of C clients; lengths from 4 to 27 fail there when the header is
        // read.
        if (length >= 0 && length < Frames.LENGTH_WORD) {
            throw breach("packet %d bytes received from server too small, want %d", length, 4);
        }
        if (length < 0 || length > XdrWriter.LARGEST_FRAME) {
            int payload = length - Frames.LENGTH_WORD;
            int most = XdrWriter.LARGEST_FRAME - Frames.LENGTH_WORD;
            throw breach("packet %d bytes received from server too large, want %d", payload, most);
        }
        if (length < OVERHEAD) {
            throw new RpcException(RpcError.protocol("Unable to decode message header"));
        }
    }

    private static RpcException breach(String format, int actual, int expected) {
        return new RpcException(RpcError.protocol(String.format(format, actual, expected)));
    }

    private static Frame frame(byte[] data, int at, int length, boolean owned) {
        return new Frame(header(data, at), data, at + OVERHEAD, length - OVERHEAD, owned);
    }

    private static FrameHeader header(byte[] data, int at) {
        return new FrameHeader(
                Frames.wordAt(data, at + 4),
                Frames.wordAt(data, at + 8),
                Frames.wordAt(data, at + 12),
                Frames.wordAt(data, at + Frames.TYPE_OFFSET),
                Frames.wordAt(data, at + 20),
                Frames.wordAt(data, at + 24));
    }
}
