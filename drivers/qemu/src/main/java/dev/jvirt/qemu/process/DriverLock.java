package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Sees to it that one daemon at a time, ours or C libvirt's, looks after the domains of a folder.
public final class DriverLock implements AutoCloseable {
    private final FileChannel channel;

    private DriverLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock on a file, and writes the number of this process into it.
    ///
    /// @throws LibvirtException SYSTEM_ERROR if another daemon has it
    public static DriverLock acquire(Path file) {
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            if (tryLock(channel) == null) {
                channel.close();
                throw failed(
                        "Failed to acquire pid file '%s': Resource temporarily unavailable"
                                .formatted(file),
                        null);
            }
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return new DriverLock(channel);
        } catch (IOException failure) {
            throw failed(
                    "Failed to acquire pid file '%s': %s".formatted(file, Reason.of(failure)),
                    failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // The byte that C libvirt locks.
            return channel.tryLock(0, 1, false);
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static LibvirtException failed(String detail, @Nullable IOException cause) {
        return new LibvirtException(ErrorDomain.QEMU, ErrorCode.SYSTEM_ERROR, detail, cause);
    }

    /// Lets the next daemon have it.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            System.getLogger("dev.jvirt.qemu.process")
                    .log(System.Logger.Level.DEBUG, "lock of the driver", failure);
        }
    }
}
