package dev.jvirt.host.io;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.kernel.SystemCall;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// An open file descriptor, closed once. All that we make are closed on exec.
public final class Descriptor implements AutoCloseable {
    private static final int AT_FDCWD = -100;
    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;
    private static final int O_CREAT = 0100;
    private static final int O_WRONLY = 1;
    private static final int O_TRUNC = 01000;
    private static final int O_NOCTTY = 0400;
    private static final int O_APPEND = 02000;
    private static final int O_NONBLOCK = 04000;
    private static final int O_CLOEXEC = 02000000;
    private static final int F_SETFL = 4;
    private static final int F_GETFL = 3;
    private static final int F_DUPFD_CLOEXEC = 1030;

    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Descriptor(int number) {
        this.number = number;
    }

    /// Takes over a descriptor that somebody else made.
    public static Descriptor of(int number) {
        return new Descriptor(number);
    }

    /// Opens a file for appending, created with `mode` if it is missing.
    public static Descriptor openForAppending(Path path, int mode) throws IOException {
        return open(path, O_WRONLY | O_CREAT | O_APPEND, mode);
    }

    /// Opens a file for writing and empties it; created with `mode` if it is missing.
    public static Descriptor openForWriting(Path path, int mode) throws IOException {
        return open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    }

    /// Opens a file for reading.
    public static Descriptor openForReading(Path path) throws IOException {
        return open(path, O_RDONLY, 0);
    }

    /// Opens a device for both directions, without waiting and without making it the terminal of
    /// this process.
    public static Descriptor openDevice(Path path) throws IOException {
        return open(path, O_RDWR | O_NOCTTY | O_NONBLOCK, 0);
    }

    private static Descriptor open(Path path, int flags, int mode) throws IOException {
        try (var arena = Arena.ofConfined()) {
            long name = arena.allocateFrom(path.toString()).address();
            return new Descriptor(
                    (int) SystemCall.OPENAT.call(AT_FDCWD, name, flags | O_CLOEXEC, mode));
        }
    }

    /// The number, valid until this is closed.
    public int number() {
        return number;
    }

    /// Another descriptor of the same open file, numbered `lowest` or higher.
    public Descriptor duplicate(int lowest) throws IOException {
        return new Descriptor((int) SystemCall.FCNTL.call(number, F_DUPFD_CLOEXEC, lowest));
    }

    /// Has reads and writes return instead of waiting.
    public void setNonBlocking() throws IOException {
        long flags = SystemCall.FCNTL.call(number, F_GETFL);
        SystemCall.FCNTL.call(number, F_SETFL, flags | O_NONBLOCK);
    }

    /// Whether [#close] was called.
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Whatever the kernel answers, the descriptor is gone.
            long unused = SystemCall.CLOSE.tryCall(number);
            assert unused <= 0;
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }

    /// The kernel's complaint about something that is not open.
    static SystemException refused(int errorNumber, String function) {
        return new SystemException(errorNumber, function);
    }
}
