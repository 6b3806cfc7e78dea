package dev.jvirt.qemu.emulator;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.capabilities.CapabilitiesWriter;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The answers of QEMU binaries on disk: one of libvirt's documents for each binary, named by the
/// SHA-256 of its path.
///
/// It only saves time: what cannot be read is as good as not there, and what cannot be written is
/// asked for again next time.
public final class CapabilitiesCache {
    private static final System.Logger LOG = System.getLogger("qemu.capabilities");

    private final Path folder;

    /// A cache in that folder, which is made when there is something to store.
    public CapabilitiesCache(Path folder) {
        this.folder = folder;
    }

    /// The file for a binary.
    public Path file(String binary) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(binary.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ".xml");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// What was stored for a binary; nothing if there is nothing, or nothing that can be read.
    public Optional<QemuCapabilities> load(String binary) {
        Path file = file(binary);
        try {
            QemuCapabilities stored =
                    CapabilitiesReader.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (stored.binary().equals(binary)) {
                return Optional.of(stored);
            }
            LOG.log(Level.DEBUG, "{0} is about {1}", file, stored.binary());
        } catch (NoSuchFileException e) {
            // not asked yet
        } catch (IOException | LibvirtException e) {
            LOG.log(Level.DEBUG, "ignoring " + file, e);
        }
        return Optional.empty();
    }

    /// Stores what a binary answered.
    public void store(QemuCapabilities capabilities) {
        Path file = file(capabilities.binary());
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
            write(file, CapabilitiesWriter.format(capabilities));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot store " + file, e);
        }
    }

    private void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".new"); // mode 600
        try {
            try (var out = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(false);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
