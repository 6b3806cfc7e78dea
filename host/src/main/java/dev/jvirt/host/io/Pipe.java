package dev.jvirt.host.io;

import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Two descriptors: what is written to one is read from the other.
///
/// @param readEnd where it comes out
/// @param writeEnd where it goes in
public record Pipe(Descriptor readEnd, Descriptor writeEnd) implements AutoCloseable {
    private static final int O_CLOEXEC = 02000000;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;

    /// Makes a pipe.
    public static Pipe open() throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(ValueLayout.JAVA_INT, 2);
            SystemCall.PIPE2.call(pair.address(), O_CLOEXEC);
            return pair(pair);
        }
    }

    /// Makes two sockets that are connected with each other: both ends can be read and written.
    public static Pipe socketPair() throws IOException {
        try (var arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(ValueLayout.JAVA_INT, 2);
            SystemCall.SOCKETPAIR.call(AF_UNIX, SOCK_STREAM | O_CLOEXEC, 0, pair.address());
            return pair(pair);
        }
    }

    private static Pipe pair(MemorySegment numbers) {
        return new Pipe(
                Descriptor.of(numbers.getAtIndex(ValueLayout.JAVA_INT, 0)),
                Descriptor.of(numbers.getAtIndex(ValueLayout.JAVA_INT, 1)));
    }

    /// Closes both ends.
    @Override
    public void close() {
        readEnd.close();
        writeEnd.close();
    }
}
