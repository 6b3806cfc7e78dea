package dev.jvirt.daemon;

import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The file with the daemon's process id. As long as the daemon runs it holds a lock on it, so that
/// a second one on the same paths finds out.
final class PidFile implements AutoCloseable {
    private static final String MODE = "rw-r--r--";
    private static final int MARK = 64;

    /// What this process holds: a second descriptor of a file, once closed, would end the lock.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private PidFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Takes the lock and writes the id of this process.
    ///
    /// @throws StartupException if another daemon holds it, naming that one
    static PidFile acquire(Path path) {
        if (!HELD.add(path)) {
            throw held(path, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return lock(path);
        } catch (StartupException e) {
            HELD.remove(path);
            throw e;
        }
    }

    private static PidFile lock(Path path) {
        try {
            while (true) {
                FileChannel channel = open(path);
                try {
                    if (channel.tryLock(0, 1, false) == null) {
                        throw held(path, Files.readString(path).strip());
                    }
                    if (isCurrent(path, channel)) {
                        write(channel);
                        return new PidFile(path, channel);
                    }
                    // Its owner ended and removed it in between: there is a new one, or none.
                    channel.close();
                } catch (IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.PID_FILE,
                    "Failed to open pid file '%s': %s".formatted(path, Reason.of(e)),
                    e);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                EnumSet.of(
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE)));
    }

    /// A lock says nothing about the name: whether the name leads to the file that we hold shows in
    /// a size that no process id has. The name must not be opened: closing it would end our lock.
    private static boolean isCurrent(Path path, FileChannel channel) throws IOException {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.allocate(MARK), 0);
            return Files.size(path) == MARK;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void write(FileChannel channel) throws IOException {
        String id = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static StartupException held(Path path, String owner) {
        String id = owner.isEmpty() ? "(unknown)" : owner;
        return new StartupException(
                ExitCode.PID_FILE,
                "Failed to acquire pid file '%s': %s"
                        .formatted(path, "the daemon is already running with process id " + id));
    }

    /// Removes the file and lets go of the lock, in this order: nobody may lock what is about to
    /// go.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A stale file without a lock hinders nobody.
        }
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is buffered
        }
        HELD.remove(path);
    }
}
