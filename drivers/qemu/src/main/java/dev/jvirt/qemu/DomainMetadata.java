package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import dev.jvirt.qemu.process.QemuFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Descriptions of snapshots and checkpoints of a domain, as C libvirt stores them. This driver
/// makes none, but must not lose them.
///
/// @param domain its name
record DomainMetadata(QemuFolders folders, String domain) {
    /// How many snapshots there are.
    int snapshots() {
        return count(folders.snapshots().resolve(domain));
    }

    /// How many checkpoints there are.
    int checkpoints() {
        return count(folders.checkpoints().resolve(domain));
    }

    /// Forgets the snapshots.
    void removeSnapshots() {
        remove(folders.snapshots().resolve(domain));
    }

    /// Forgets the checkpoints.
    void removeCheckpoints() {
        remove(folders.checkpoints().resolve(domain));
    }

    private static int count(Path folder) {
        int count = 0;
        try (var entries = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path entry : entries) {
                count += Files.isRegularFile(entry) ? 1 : 0;
            }
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException failure) {
            throw failed("Failed to open dir '%s'".formatted(folder), failure);
        }
        return count;
    }

    private static void remove(Path folder) {
        try (var entries = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException none) {
            return;
        } catch (IOException failure) {
            throw failed("cannot remove '%s'".formatted(folder), failure);
        }
    }

    private static LibvirtException failed(String detail, IOException cause) {
        return new LibvirtException(
                ErrorDomain.QEMU, ErrorCode.SYSTEM_ERROR, detail + ": " + Reason.of(cause), cause);
    }
}
