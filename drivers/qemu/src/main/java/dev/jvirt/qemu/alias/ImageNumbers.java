package dev.jvirt.qemu.alias;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.StorageSource;
import java.util.ArrayList;
import java.util.List;

/// Numbers the images of a domain's disks, from the last disk to the first and in each chain from
/// the top down. The nodes of an image bear its number.
public final class ImageNumbers {
    private int last;

    private ImageNumbers() {}

    /// The domain with a number for each image.
    public static DomainDefinition assign(DomainDefinition definition) {
        var numbers = new ImageNumbers();
        var devices = new ArrayList<>(definition.devices().all());
        for (int i = devices.size() - 1; i >= 0; i--) {
            if (devices.get(i) instanceof Disk disk && isNumbered(disk)) {
                devices.set(i, disk.withSource(numbers.numbered(disk.source())));
            }
        }
        return definition.withDevices(definition.devices().withAll(List.<Device>copyOf(devices)));
    }

    private static boolean isNumbered(Disk disk) {
        return !disk.isOn(Disk.Bus.SD)
                && !disk.source().isEmpty()
                && !(disk.source().location() instanceof StorageLocation.VhostUser);
    }

    private StorageSource numbered(StorageSource source) {
        if (source.location() instanceof StorageLocation.None) {
            return source;
        }
        var image = source.withIndex(++last);
        return image.withBacking(image.backing().map(this::numbered));
    }
}
