package dev.jvirt.host.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Writes files so that whoever reads them, also after a crash, finds the old content or the new
/// one.
public final class AtomicFile {
    private static final String SUFFIX = ".new";

    /// Two who write the same file would meet in the file beside it; each name has one of these
    /// locks.
    private static final ReentrantLock[] LOCKS =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    private AtomicFile() {}

    /// Replaces the content of `file` by `content` in UTF-8.
    ///
    /// @param mode the permissions of the file, for example `0600`, whatever the umask
    /// @throws IOException naming the file and the reason; the old file is untouched then
    public static void write(Path file, String content, int mode) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8), mode);
    }

    /// Replaces the content of `file`.
    public static void write(Path file, byte[] content, int mode) throws IOException {
        Path whole = file.toAbsolutePath();
        ReentrantLock lock = LOCKS[Math.floorMod(whole.hashCode(), LOCKS.length)];
        lock.lock();
        try {
            replace(whole, content, mode);
        } finally {
            lock.unlock();
        }
    }

    private static void replace(Path file, byte[] content, int mode) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + SUFFIX);
        try {
            Files.deleteIfExists(beside); // left behind by a crash, perhaps with another mode
            create(beside, content, Folders.permissions(mode));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.resolveSibling("."));
        } catch (IOException failure) {
            discard(beside, failure);
            throw new IOException(
                    "cannot write data to file '%s': %s".formatted(file, Reason.of(failure)),
                    failure);
        }
    }

    /// Nothing here ends because its thread is interrupted: half a file helps nobody.
    private static void create(Path file, byte[] content, Set<PosixFilePermission> permissions)
            throws IOException {
        var writable = EnumSet.of(PosixFilePermission.OWNER_WRITE);
        writable.addAll(permissions);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(writable));
        try (var stream = new FileOutputStream(file.toFile())) {
            stream.write(content);
            // The umask may have taken something away.
            Files.setPosixFilePermissions(file, permissions);
            stream.getFD().sync();
        }
    }

    /// Has a folder remember its names.
    private static void sync(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!trySync(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// @return false if the thread was interrupted meanwhile
    private static boolean trySync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException interrupted) {
            return false;
        }
    }

    private static void discard(Path beside, IOException failure) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }
}
