package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.completion.ScsiUnits;

/// Refuses devices that are the same or stand at the same place.
final class DuplicateRules {
    private DuplicateRules() {}

    static void check(DomainDefinition definition) {
        var disks = definition.devices().disks();
        for (int i = 0; i < disks.size(); i++) {
            for (int j = i + 1; j < disks.size(); j++) {
                checkNames(disks.get(i), disks.get(j));
            }
        }
        checkHostDevices(definition);
        for (int i = 0; i < disks.size(); i++) {
            for (int j = i + 1; j < disks.size(); j++) {
                checkAddresses(disks.get(i), disks.get(j));
            }
        }
        checkScsi(definition);
    }

    private static void checkNames(Disk disk, Disk other) {
        when(
                disk.target().dev().equals(other.target().dev()),
                XML_ERROR,
                "target '%s' duplicated for disk sources '%s' and '%s'",
                disk.target().dev(),
                disk.source().pathOrName().orElse("<null>"),
                other.source().pathOrName().orElse("<null>"));
    }

    private static void checkAddresses(Disk disk, Disk other) {
        if (disk.bus().equals(other.bus())
                && disk.info().address().orElse(null) instanceof Address.Drive drive) {
            unsupportedWhen(
                    disk.info().address().equals(other.info().address()),
                    "Found duplicate drive address for disk with target name '%s' controller='%d' bus='%d' target='%d' unit='%d'",
                    disk.target().dev(),
                    drive.controller(),
                    drive.bus(),
                    drive.target(),
                    drive.unit());
        }
    }

    private static void checkHostDevices(DomainDefinition definition) {
        var devices = definition.devices().of(HostDevice.class);
        boolean ramFb = false;
        for (int i = 0; i < devices.size(); i++) {
            for (int j = i + 1; j < devices.size(); j++) {
                when(
                        isSame(devices.get(i).source(), devices.get(j).source()),
                        XML_ERROR,
                        "Hostdev already exists in the domain configuration");
            }
            boolean has =
                    devices.get(i).source() instanceof HostDeviceSource.Mediated mediated
                            && mediated.ramFb().orElse(false);
            unsupportedWhen(has && ramFb, "Only one vgpu device can have 'ramfb' enabled");
            ramFb |= has;
        }
    }

    private static boolean isSame(HostDeviceSource first, HostDeviceSource second) {
        return switch (first) {
            case HostDeviceSource.Usb usb ->
                    second instanceof HostDeviceSource.Usb other && isSame(usb, other);
            case HostDeviceSource.Pci pci ->
                    second instanceof HostDeviceSource.Pci other
                            && pci.address().isSamePlace(other.address());
            case HostDeviceSource.ScsiUnit unit ->
                    second instanceof HostDeviceSource.ScsiUnit other
                            && unit.adapter().equals(other.adapter())
                            && unit.bus() == other.bus()
                            && unit.target() == other.target()
                            && unit.unit() == other.unit();
            case HostDeviceSource.Iscsi iscsi ->
                    second instanceof HostDeviceSource.Iscsi other
                            && iscsi.name().equals(other.name())
                            && iscsi.host().equals(other.host());
            case HostDeviceSource.ScsiHost host ->
                    second instanceof HostDeviceSource.ScsiHost other
                            && host.wwpn().equals(other.wwpn());
            case HostDeviceSource.Mediated mediated ->
                    second instanceof HostDeviceSource.Mediated other
                            && mediated.uuid().equals(other.uuid());
            case HostDeviceSource.Capability capability ->
                    second instanceof HostDeviceSource.Capability other
                            && capability.kind() == other.kind()
                            && capability.name().equals(other.name());
        };
    }

    private static boolean isSame(HostDeviceSource.Usb usb, HostDeviceSource.Usb other) {
        if (usb.bus() != 0 && usb.device() != 0) {
            return usb.bus() == other.bus() && usb.device() == other.device();
        }
        return usb.vendor() == other.vendor() && usb.product() == other.product();
    }

    private static void checkScsi(DomainDefinition definition) {
        var devices = definition.devices().of(HostDevice.class);
        for (int i = 0; i < devices.size(); i++) {
            if (!ScsiUnits.isScsi(devices.get(i))
                    || !(devices.get(i).info().address().orElse(null)
                            instanceof Address.Drive drive)) {
                continue;
            }
            for (int j = i + 1; j < devices.size(); j++) {
                refuse(
                        ScsiUnits.isScsi(devices.get(j))
                                && devices.get(j)
                                        .info()
                                        .address()
                                        .filter(drive::equals)
                                        .isPresent(),
                        drive,
                        "host device");
            }
            refuse(ScsiUnits.isUsedByDisk(definition, drive), drive, "disk");
        }
    }

    private static void refuse(boolean wrong, Address.Drive drive, String by) {
        // libvirt names bus and controller the wrong way round here, and scripts see it so.
        unsupportedWhen(
                wrong,
                "SCSI host address controller='%d' bus='%d' target='%d' unit='%d' in use by another SCSI %s",
                drive.bus(),
                drive.controller(),
                drive.target(),
                drive.unit(),
                by);
    }
}
