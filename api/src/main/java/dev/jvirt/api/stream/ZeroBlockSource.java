package dev.jvirt.api.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file whose blocks of zeros are sent as holes, whether they are stored or not.
///
/// Java cannot ask a file for its holes. So this source reads the file and looks: it saves the
/// transfer and the space at the far side, and it also turns zeros that were stored into holes.
/// Who knows the real holes makes a [SparseSource] of them instead. Not thread-safe.
public final class ZeroBlockSource implements SparseSource {
    /// The granularity of holes: what most file systems allocate at a time.
    public static final int BLOCK = 4096;

    /// Whole blocks that fit into one packet.
    private static final int CHUNK = 63 * BLOCK;

    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(BLOCK).asReadOnlyBuffer();

    private final FileChannel file;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).limit(0);

    /// Sends `file` from its present position to its end.
    public ZeroBlockSource(FileChannel file) {
        this.file = file;
    }

    @Override
    public StreamSection section() throws IOException {
        if (!chunk.hasRemaining() && !fill()) {
            return StreamSection.END;
        }
        boolean zero = isZero(chunk.position());
        int end = chunk.position();
        while (end < chunk.limit() && isZero(end) == zero) {
            end += blockAt(end);
        }
        int length = end - chunk.position();
        return zero ? StreamSection.hole(length) : StreamSection.data(length);
    }

    private boolean fill() throws IOException {
        chunk.clear();
        while (chunk.hasRemaining() && file.read(chunk) >= 0) {
            // to the end of the chunk or of the file
        }
        return chunk.flip().hasRemaining();
    }

    private boolean isZero(int at) {
        int length = blockAt(at);
        return chunk.slice(at, length).mismatch(ZEROS.slice(0, length)) < 0;
    }

    private int blockAt(int at) {
        return Math.min(BLOCK, chunk.limit() - at);
    }

    @Override
    public int read(ByteBuffer into) {
        int count = Math.min(into.remaining(), chunk.remaining());
        into.put(into.position(), chunk, chunk.position(), count);
        into.position(into.position() + count);
        chunk.position(chunk.position() + count);
        return count;
    }

    @Override
    public void skip(long length) {
        chunk.position(Math.addExact(chunk.position(), Math.toIntExact(length)));
    }
}
