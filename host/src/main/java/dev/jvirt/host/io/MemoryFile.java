package dev.jvirt.host.io;

import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file without a name, in memory. What a program prints into it can be read when the program has
/// ended, without anybody having to listen meanwhile.
public final class MemoryFile implements AutoCloseable {
    private static final int MFD_CLOEXEC = 1;

    private final Descriptor descriptor;

    private MemoryFile(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// Makes an empty one.
    ///
    /// @param name shown in `/proc/PID/fd`
    public static MemoryFile create(String name) throws IOException {
        try (var arena = Arena.ofConfined()) {
            long text = arena.allocateFrom(name).address();
            return new MemoryFile(
                    Descriptor.of((int) SystemCall.MEMFD_CREATE.call(text, MFD_CLOEXEC)));
        }
    }

    /// To read and write it. Whoever inherits this begins at the start.
    public Descriptor descriptor() {
        return descriptor;
    }

    /// How many bytes it has.
    public long size() throws IOException {
        return Files.size(path());
    }

    /// All of it.
    public byte[] content() throws IOException {
        return Files.readAllBytes(path());
    }

    /// Replaces all of it.
    public void fill(byte[] content) throws IOException {
        Files.write(path(), content, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// By this name the file is opened anew, with a position of its own.
    private Path path() {
        return Path.of("/proc/self/fd/" + descriptor.number());
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
