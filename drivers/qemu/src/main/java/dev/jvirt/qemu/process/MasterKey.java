package dev.jvirt.qemu.process;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import dev.jvirt.qemu.block.SecretSealer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// The key to the secrets that a QEMU is given.
final class MasterKey {
    private static final SecureRandom RANDOM = new SecureRandom();

    private MasterKey() {}

    /// A new key.
    static byte[] generate() {
        byte[] key = new byte[SecretSealer.KEY_LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }

    /// Writes a key for QEMU to read.
    static void write(byte[] key, Path file) {
        try (var channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(key));
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorCode.INTERNAL_ERROR,
                    "failed to open domain master key file for write: " + Reason.of(failure),
                    failure);
        }
    }
}
