package dev.jvirt.qemu;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskState;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ImageState;
import dev.jvirt.documents.domain.ImageState.NodeNames;
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
                ? disk.withSource(named(disk.source())).withState(state(disk))
                : device;
    }

    private static StorageSource named(StorageSource image) {
        StorageSource chain = image.withBacking(image.backing().map(ImageStates::named));
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
