package dev.jvirt.tests.bench.volume;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.stream.SparseFileSink;
import dev.jvirt.api.stream.StreamSection;
import dev.jvirt.api.stream.ZeroBlockSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file that is read or written through a stream.
final class FileChannelStream implements StreamChannel {
    private final FileChannel file;
    private final boolean sparse;
    private final ZeroBlockSource source;
    private final SparseFileSink sink;
    private long left;
    private StreamSection section = StreamSection.END;

    /// @param length the most bytes, 0: no limit
    /// @param sparse whether holes are carried as such
    FileChannelStream(FileChannel file, long length, boolean sparse) {
        this.file = file;
        this.sparse = sparse;
        this.source = new ZeroBlockSource(file);
        this.sink = new SparseFileSink(file);
        this.left = length == 0 ? Long.MAX_VALUE : length;
    }

    /// What the stream reports of a failed file.
    static LibvirtException failed(String what, IOException cause) {
        return LibvirtException.plain(
                ErrorDomain.STREAMS,
                ErrorCode.SYSTEM_ERROR,
                "%s: %s".formatted(what, cause.getMessage()));
    }

    @Override
    public int read(ByteBuffer into) {
        try {
            return sparse ? readSection(into) : readFile(into);
        } catch (IOException e) {
            throw failed("cannot read from stream", e);
        }
    }

    private int readFile(ByteBuffer into) throws IOException {
        if (left == 0) {
            return END;
        }
        into.limit((int) Math.min(into.limit(), into.position() + left));
        int count = file.read(into);
        left -= Math.max(count, 0);
        return count;
    }

    private int readSection(ByteBuffer into) throws IOException {
        if (section.length() == 0) {
            section = source.section();
        }
        if (section.length() > left) {
            section = left == 0 ? StreamSection.END : new StreamSection(section.isHole(), left);
        }
        if (section.length() == 0) {
            return END;
        }
        if (section.isHole()) {
            return HOLE;
        }
        into.limit((int) Math.min(into.limit(), into.position() + section.length()));
        int count = source.read(into);
        section = StreamSection.data(section.length() - count);
        left -= count;
        return count;
    }

    @Override
    public long takeHole() {
        long length = section.length();
        source.skip(length);
        left -= length;
        section = StreamSection.END;
        return length;
    }

    @Override
    public void write(ByteBuffer from) {
        takeRoom(from.remaining());
        try {
            sink.write(from);
        } catch (IOException e) {
            throw failed("cannot write to stream", e);
        }
    }

    private void takeRoom(long count) {
        if (count > left) {
            throw failed("cannot write to stream", new IOException("No space left on device"));
        }
        left -= count;
    }

    @Override
    public void writeHole(long length) {
        takeRoom(length);
        try {
            sink.hole(length);
        } catch (IOException e) {
            throw failed("cannot write to stream", e);
        }
    }

    @Override
    public void finish() {
        close();
    }

    @Override
    public void abort() {
        close();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed("cannot close stream", e);
        }
    }
}
