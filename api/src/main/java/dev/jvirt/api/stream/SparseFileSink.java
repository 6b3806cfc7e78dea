package dev.jvirt.api.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file that gets data and holes. Not thread-safe.
///
/// Behind the end of the file a hole stays a hole; where the file has data already, zeros are
/// written over them, as Java cannot take blocks away from a file.
public final class SparseFileSink implements SparseSink {
    private static final int CHUNK = 256 << 10;

    private final FileChannel file;

    /// Writes from the present position of `file` on.
    public SparseFileSink(FileChannel file) {
        this.file = file;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            file.write(from);
        }
    }

    @Override
    public void hole(long length) throws IOException {
        long end = Math.addExact(file.position(), length);
        long stored = Math.min(file.size(), end) - file.position();
        if (stored > 0) {
            overwrite(stored);
        }
        file.position(end);
        if (end > file.size()) {
            extend(end);
        }
    }

    private void overwrite(long length) throws IOException {
        var zeros = ByteBuffer.allocate((int) Math.min(length, CHUNK));
        for (long left = length; left > 0; left -= zeros.limit()) {
            write(zeros.clear().limit((int) Math.min(left, zeros.capacity())));
        }
    }

    /// What was written beyond the end is cut off again: the file keeps the length and no block.
    private void extend(long size) throws IOException {
        file.write(ByteBuffer.allocate(1), size);
        file.truncate(size);
    }
}
