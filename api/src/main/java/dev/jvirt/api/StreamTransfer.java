package dev.jvirt.api;

import dev.jvirt.api.stream.SparseSink;
import dev.jvirt.api.stream.SparseSource;
import dev.jvirt.api.stream.StreamReadFlag;
import dev.jvirt.api.stream.StreamSection;
import dev.jvirt.api.stream.StreamSink;
import dev.jvirt.api.stream.StreamSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A whole transfer through a stream: what fails on this side aborts it.
///
/// @param stream which waits
record StreamTransfer(Stream stream) {
    /// What old daemons take as one packet.
    private static final int CHUNK = 262_120;

    /// What a step of a transfer may throw.
    private interface Step<T> {
        T run() throws IOException;
    }

    long send(StreamSource source) {
        return run("data sources", () -> sendData(source, Long.MAX_VALUE, buffer()));
    }

    /// Writes data until their end, or that many bytes.
    private long sendData(StreamSource source, long most, ByteBuffer buffer) {
        long done = 0;
        while (done < most) {
            buffer.clear().limit((int) Math.min(CHUNK, most - done));
            int count = or("send handler", () -> source.read(buffer));
            if (count <= 0) {
                break;
            }
            stream.write(buffer.flip());
            done += count;
        }
        return done;
    }

    long sendSparse(SparseSource source) {
        return run("data sources", () -> sendSections(source));
    }

    private long sendSections(SparseSource source) {
        ByteBuffer buffer = buffer();
        long done = 0;
        while (true) {
            StreamSection section = or("send holeHandler", source::section);
            if (section.isHole()) {
                stream.writeHole(section.length());
                or("send skipHandler", () -> skip(source, section.length()));
                done += section.length();
                continue;
            }
            long count = sendData(source, section.length(), buffer);
            if (count == 0) {
                return done;
            }
            done += count;
        }
    }

    private static long skip(SparseSource source, long length) throws IOException {
        source.skip(length);
        return length;
    }

    long receive(StreamSink sink) {
        return run("data sinks", () -> receiveData(sink));
    }

    private long receiveData(StreamSink sink) {
        ByteBuffer buffer = buffer();
        long done = 0;
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer.clear())) {
            give(sink, buffer.flip());
            done += count;
        }
        return done;
    }

    private static void give(StreamSink sink, ByteBuffer data) {
        while (data.hasRemaining()) {
            or("recv handler", () -> write(sink, data));
        }
    }

    private static int write(StreamSink sink, ByteBuffer data) throws IOException {
        sink.write(data);
        return data.remaining();
    }

    long receiveSparse(SparseSink sink) {
        return run("data sinks", () -> receiveSections(sink));
    }

    private long receiveSections(SparseSink sink) {
        ByteBuffer buffer = buffer();
        Flags<StreamReadFlag> flags = Flags.of(StreamReadFlag.STOP_AT_HOLE);
        long done = 0;
        while (true) {
            int count = stream.read(buffer.clear(), flags);
            if (count == Stream.END) {
                return done;
            }
            if (count == Stream.HOLE) {
                long hole = stream.takeHole();
                done += or("recv holeHandler", () -> hole(sink, hole));
            } else {
                give(sink, buffer.flip());
                done += count;
            }
        }
    }

    private static long hole(SparseSink sink, long length) throws IOException {
        sink.hole(length);
        return length;
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(CHUNK);
    }

    private long run(String what, Step<Long> transfer) {
        if (!stream.isBlocking()) {
            throw new LibvirtException(
                    ErrorDomain.STREAMS,
                    ErrorCode.OPERATION_INVALID,
                    what + " cannot be used for non-blocking streams");
        }
        boolean done = false;
        try {
            long count = or(what, transfer);
            done = true;
            return count;
        } finally {
            if (!done) {
                stream.close();
            }
        }
    }

    private static <T> T or(String what, Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new LibvirtException(
                    ErrorDomain.STREAMS,
                    ErrorCode.SYSTEM_ERROR,
                    "%s failed: %s".formatted(what, e.getMessage()),
                    e);
        }
    }
}
