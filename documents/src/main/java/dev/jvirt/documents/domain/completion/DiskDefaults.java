package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskName;
import dev.jvirt.documents.domain.DiskPolicy;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IoTune;
import dev.jvirt.documents.domain.NetworkStorage;
import dev.jvirt.documents.domain.StorageLocation;
import java.util.Optional;

/// Bus, address and sharing of disks.
public final class DiskDefaults {
    private static final int NARROW_UNITS = 7;
    private static final int WIDE_UNITS = 15;
    private static final String OLD_XEN = "ioemu:";

    private DiskDefaults() {}

    static Disk fill(Disk given, DomainDefinition definition, boolean wideScsi) {
        var disk = given;
        if (disk.target().dev().startsWith(OLD_XEN)) {
            disk = disk.withTarget(disk.target().withDev(withoutPrefix(disk)));
        }
        if (disk.kind() == Disk.Kind.CDROM && !disk.policy().readOnly()) {
            disk = disk.withPolicy(disk.policy().withReadOnly(true));
        }
        if (disk.bus().isEmpty()) {
            disk = disk.withTarget(disk.target().withBus(guessBus(disk)));
        }
        disk = withSnapshot(disk);
        disk = withLocation(disk);
        boolean named = !disk.target().dev().isEmpty();
        if (disk.info().address().isEmpty() && named) {
            var address = address(disk, definition, wideScsi);
            if (address.isPresent()) {
                disk = disk.withInfo(disk.info().withAddress(address));
            }
        }
        return withGroupLimits(disk, definition);
    }

    private static String withoutPrefix(Disk disk) {
        return disk.target().dev().substring(OLD_XEN.length());
    }

    private static Disk.Bus guessBus(Disk disk) {
        String name = disk.target().dev();
        if (disk.kind() == Disk.Kind.FLOPPY) {
            return Disk.Bus.FDC;
        }
        if (name.startsWith("sd")) {
            return Disk.Bus.SCSI;
        }
        if (name.startsWith("vd")) {
            return Disk.Bus.VIRTIO;
        }
        if (name.startsWith("xvd")) {
            return Disk.Bus.XEN;
        }
        return name.startsWith("ubd") ? Disk.Bus.UML : Disk.Bus.IDE;
    }

    private static Disk withSnapshot(Disk disk) {
        var policy = disk.policy();
        boolean none =
                policy.readOnly() || disk.source().location() instanceof StorageLocation.VhostUser;
        return policy.snapshot().isEmpty() && none
                ? disk.withPolicy(policy.withSnapshot(Optional.of(DiskPolicy.Snapshot.NO)))
                : disk;
    }

    private static Disk withLocation(Disk disk) {
        return switch (disk.source().location()) {
            case NetworkStorage network
                    when network.protocol() == NetworkStorage.Protocol.ISCSI
                            && network.name().filter(n -> !n.contains("/")).isPresent() ->
                    disk.withSource(
                            disk.source()
                                    .withLocation(network.withName(network.name().get() + "/0")));
            case StorageLocation.Nvme nvme when nvme.managed().isEmpty() ->
                    disk.withSource(
                            disk.source()
                                    .withLocation(
                                            new StorageLocation.Nvme(
                                                    Optional.of(true),
                                                    nvme.namespace(),
                                                    nvme.address())));
            default -> disk;
        };
    }

    /// Where a disk is attached by its name; absent for buses whose places a driver chooses.
    public static Optional<Address> address(
            Disk disk, DomainDefinition definition, boolean wideScsi) {
        int index = DiskName.index(disk.target().dev());
        if (index < 0) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Unknown disk name '%s' and no address specified"
                            .formatted(disk.target().dev()));
        }
        return switch (disk.bus().orElse(Disk.Bus.VIRTIO)) {
            case SCSI -> Optional.of(scsi(disk, index, definition, wideScsi));
            case IDE -> Optional.of(new Address.Drive(index / 4, index % 4 / 2, 0, index % 2));
            case SATA -> Optional.of(new Address.Drive(index / 6, 0, 0, index % 6));
            case FDC -> Optional.of(new Address.Drive(index / 2, 0, 0, index % 2));
            case VIRTIO, XEN, USB, UML, SD -> Optional.empty();
        };
    }

    private static Address scsi(
            Disk disk, int index, DomainDefinition definition, boolean wideScsi) {
        int units = wideScsi ? WIDE_UNITS : NARROW_UNITS;
        int unit = index % units;
        if (wideScsi && unit >= NARROW_UNITS) {
            // Unit 7 is the controller itself.
            unit++;
        }
        var address = new Address.Drive(index / units, 0, 0, unit);
        if (ScsiUnits.isUsedByHostDevice(definition, address)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "using disk target name '%s' conflicts with SCSI host device address controller='%d' bus='%d' target='%d' unit='%d"
                            .formatted(
                                    disk.target().dev(),
                                    address.controller(),
                                    0,
                                    0,
                                    address.unit()));
        }
        return address;
    }

    /// A disk that names only a group takes the limits of another disk of the group.
    private static Disk withGroupLimits(Disk disk, DomainDefinition definition) {
        var tune = disk.policy().ioTune();
        if (tune.group().isEmpty() || hasLimits(tune)) {
            return disk;
        }
        for (Disk other : definition.devices().disks()) {
            var limits = other.policy().ioTune();
            if (limits.group().equals(tune.group()) && hasLimits(limits)) {
                return disk.withPolicy(disk.policy().withIoTune(limits));
            }
        }
        return disk;
    }

    private static boolean hasLimits(IoTune tune) {
        return !tune.limits().equals(IoTune.Limits.NONE)
                || !tune.peaks().equals(IoTune.Limits.NONE)
                || !tune.lengths().equals(IoTune.Limits.NONE)
                || tune.sizeIops().isPresent();
    }
}
