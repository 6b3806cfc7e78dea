package dev.jvirt.qemu.completion;

import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskMirror;
import dev.jvirt.documents.domain.StorageEncryption;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.Optional;

/// Driver and format of a disk.
final class DiskCompletion {
    private static final String DRIVER = "qemu";

    private DiskCompletion() {}

    static Disk fill(Disk given) {
        var disk = given;
        // The pool of a volume says what its format is, when the volume is looked up.
        boolean volume = disk.source().location() instanceof StorageLocation.Volume;
        if (disk.source().format().isEmpty() && !volume) {
            disk = disk.withSource(disk.source().withFormat(Optional.of(StorageFormat.RAW)));
        }
        if (disk.driver().name().isEmpty()) {
            disk = disk.withDriver(disk.driver().withName(DRIVER));
        }
        var mirror = disk.mirror();
        if (mirror.isPresent() && mirror.get().target().format().isEmpty()) {
            disk = disk.withMirror(mirror.map(DiskCompletion::withFormat));
        }
        return disk.withSource(withEngine(disk.source()));
    }

    private static DiskMirror withFormat(DiskMirror mirror) {
        return new DiskMirror(
                mirror.job(),
                mirror.target().withFormat(Optional.of(StorageFormat.RAW)),
                mirror.ready());
    }

    /// The image and all below it are decrypted by QEMU unless the document says otherwise.
    private static StorageSource withEngine(StorageSource source) {
        var filled = source;
        var encryption = source.access().encryption();
        if (encryption.filter(e -> e.engine().isEmpty()).isPresent()) {
            filled =
                    filled.withAccess(
                            filled.access()
                                    .withEncryption(
                                            encryption.map(
                                                    e ->
                                                            e.withEngine(
                                                                    StorageEncryption.Engine
                                                                            .QEMU))));
        }
        var backing = source.backing();
        if (backing.isEmpty() || backing.get().location() instanceof StorageLocation.None) {
            return filled;
        }
        return filled.withBacking(Optional.of(withEngine(backing.get())));
    }
}
