package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import dev.jvirt.qemu.process.QemuFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Saved states that wait for the next start of their domains.
///
/// @param folders where they are
record ManagedSave(QemuFolders folders) {
    /// Whether there is one.
    boolean exists(String domain) {
        return Files.exists(file(domain));
    }

    /// Removes it, if there is one.
    void remove(String domain) {
        try {
            Files.deleteIfExists(file(domain));
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "cannot remove managed save file %s: %s"
                            .formatted(file(domain), Reason.of(failure)),
                    failure);
        }
    }

    /// Sees to it that a start does not go past a saved state unnoticed.
    ///
    /// @param discard whether the state is given up
    /// @throws LibvirtException OPERATION_UNSUPPORTED if there is one: it cannot be restored here
    void beforeStart(String domain, boolean discard) {
        if (!exists(domain)) {
            return;
        }
        if (!discard) {
            throw QemuErrors.error(
                    ErrorCode.OPERATION_UNSUPPORTED,
                    "domain '%s' has a managed save image, which cannot be restored; start it with --force-boot to discard the image"
                            .formatted(domain));
        }
        remove(domain);
    }

    /// Gives it to the domain's new name.
    void rename(String from, String to) {
        try {
            if (exists(from)) {
                Files.move(file(from), file(to));
            }
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "cannot rename file '%s' as '%s': %s"
                            .formatted(file(from), file(to), Reason.of(failure)),
                    failure);
        }
    }

    private Path file(String domain) {
        return folders.save().resolve(domain + ".save");
    }
}
