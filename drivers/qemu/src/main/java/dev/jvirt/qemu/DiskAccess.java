package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.host.Users;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds out before QEMU does that an image is not there, and says it in libvirt's words.
final class DiskAccess {
    private DiskAccess() {}

    /// @throws LibvirtException SYSTEM_ERROR, naming the image
    static void check(DomainDefinition definition) {
        for (Disk disk : definition.devices().disks()) {
            if (disk.policy().startupPolicy().isEmpty()) {
                Optional<StorageSource> image = Optional.of(disk.source());
                while (image.isPresent()) {
                    check(image.get());
                    image = image.get().backing();
                }
            }
        }
    }

    private static void check(StorageSource image) {
        boolean local =
                image.location() instanceof StorageLocation.File
                        || image.location() instanceof StorageLocation.Block;
        if (local && image.path().filter(path -> !Files.exists(Path.of(path))).isPresent()) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "Cannot access storage file '%s' (as uid:%d, gid:%d): No such file or directory"
                            .formatted(image.path().get(), Users.current(), Users.currentGroup()));
        }
    }
}
