package dev.jvirt.qemu;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskState;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ImageState;
import dev.jvirt.documents.domain.ImageState.NodeNames;
import dev.jvirt.documents.domain.StorageFormat;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.List;
import java.util.Optional;

/// Notes by what names QEMU knows disks and images, for the daemon that comes after this one.
final class ImageStates {
    private ImageStates() {}

    /// The live definition with the names that the command line gives.
    static DomainDefinition note(DomainDefinition live) {
        List<Device> devices = live.devices().all().stream().map(ImageStates::note).toList();
        return live.withDevices(live.devices().withAll(devices));
    }

    private static Device note(Device device) {
        return device instanceof Disk disk
                ? withoutFormat(disk.withSource(named(disk.source())).withState(state(disk)))
                : device;
    }

    /// The live definition of a domain that another daemon started.
    static DomainDefinition adopt(DomainDefinition live) {
        List<Device> devices =
                live.devices().all().stream()
                        .map(d -> d instanceof Disk disk ? withoutFormat(disk) : d)
                        .toList();
        return live.withDevices(live.devices().withAll(devices));
    }

    /// Nothing in a drive has no format either.
    private static Disk withoutFormat(Disk disk) {
        return disk.source().isEmpty()
                ? disk.withSource(disk.source().withFormat(Optional.empty()))
                : disk;
    }

    private static StorageSource named(StorageSource image) {
        StorageSource chain = image.withBacking(backing(image).map(ImageStates::named));
        if (image.index() == 0) {
            return chain;
        }
        String name = "libvirt-" + image.index();
        return chain.withState(
                ImageState.ofNodes(
                        new NodeNames(
                                Optional.of(name + "-storage"),
                                image.slice().map(_ -> name + "-slice-sto"),
                                Optional.of(name + "-format"))));
    }

    /// A raw image is based on nothing.
    private static Optional<StorageSource> backing(StorageSource image) {
        boolean ends =
                !image.isEmpty() && image.format().filter(f -> f == StorageFormat.RAW).isPresent();
        return image.backing().isEmpty() && ends
                ? Optional.of(StorageSource.of(new StorageLocation.None(), Optional.empty()))
                : image.backing();
    }

    private static DiskState state(Disk disk) {
        String alias = disk.info().alias().orElse("");
        boolean virtio = disk.isOn(Disk.Bus.VIRTIO);
        boolean keepsCopies = disk.driver().features().copyOnRead().orElse(false);
        return new DiskState(
                disk.mirror(),
                Optional.of(
                                virtio
                                        ? "/machine/peripheral/%s/virtio-backend".formatted(alias)
                                        : alias)
                        .filter(name -> !name.isEmpty()),
                keepsCopies ? Optional.of("libvirt-CoR-" + disk.target().dev()) : Optional.empty());
    }

    /// The highest number that an image has.
    static int last(DomainDefinition live) {
        int last = 0;
        for (Disk disk : live.devices().disks()) {
            Optional<StorageSource> image = Optional.of(disk.source());
            while (image.isPresent()) {
                last = Math.max(last, image.get().index());
                image = image.get().backing();
            }
        }
        return last;
    }
}
