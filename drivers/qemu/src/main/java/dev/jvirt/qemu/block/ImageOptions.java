package dev.jvirt.qemu.block;

import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskDriver;
import java.util.Optional;

/// How an image is opened.
///
/// @param floppy whether a directory is shown as a floppy
/// @param hostCdrom whether it is a compact disc in a drive of the host
/// @param discard what becomes of blocks that the guest discards
public record ImageOptions(
        boolean readOnly,
        boolean floppy,
        boolean hostCdrom,
        Optional<DiskDriver.Cache> cache,
        Optional<DiskDriver.Io> io,
        DiskDriver.Discard discard) {
    private static final DiskDriver.Discard NOTHING =
            new DiskDriver.Discard(Optional.empty(), Optional.empty());

    /// An image about which nothing is said.
    public static final ImageOptions PLAIN =
            new ImageOptions(false, false, false, Optional.empty(), Optional.empty(), NOTHING);

    /// How the image of a disk is opened.
    public static ImageOptions of(Disk disk) {
        var driver = disk.driver();
        return new ImageOptions(
                disk.policy().readOnly(),
                disk.kind() == Disk.Kind.FLOPPY,
                false,
                driver.cache(),
                driver.io(),
                driver.discard());
    }

    /// How the image is opened on which this one is based.
    public ImageOptions ofBacking() {
        return new ImageOptions(true, floppy, false, cache, io, NOTHING);
    }

    /// The same, read-only or not.
    public ImageOptions withReadOnly(boolean value) {
        return new ImageOptions(value, floppy, hostCdrom, cache, io, discard);
    }

    /// The same in a drive of the host or not.
    public ImageOptions withHostCdrom(boolean value) {
        return new ImageOptions(readOnly, floppy, value, cache, io, discard);
    }
}
