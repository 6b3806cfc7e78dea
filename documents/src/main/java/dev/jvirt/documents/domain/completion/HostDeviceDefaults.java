package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.HostDeviceSource.MediatedModel;

/// Addresses of devices that are passed through.
final class HostDeviceDefaults {
    private static final int NARROW_UNITS = 7;
    private static final int WIDE_UNITS = 16;

    private HostDeviceDefaults() {}

    static HostDevice fill(HostDevice device, DomainDefinition definition, boolean wideScsi) {
        return switch (device.source()) {
            case HostDeviceSource.Iscsi iscsi when !iscsi.name().contains("/") ->
                    scsi(
                            device.withSource(iscsi.withName(iscsi.name() + "/0")),
                            definition,
                            wideScsi);
            case HostDeviceSource.Iscsi _, HostDeviceSource.ScsiUnit _ ->
                    scsi(device, definition, wideScsi);
            case HostDeviceSource.Mediated mediated -> {
                check(mediated, device);
                yield device;
            }
            default -> device;
        };
    }

    private static HostDevice scsi(
            HostDevice device, DomainDefinition definition, boolean wideScsi) {
        var current = device;
        if (current.info().address().isEmpty()) {
            current = current.withInfo(current.info().withAddress(firstFree(definition, wideScsi)));
        }
        if (current.info().address().orElseThrow() instanceof Address.Drive drive
                && ScsiUnits.isUsedByDisk(definition, drive)) {
            throw new LibvirtException(
                    XML_ERROR,
                    "SCSI host address controller='%d' bus='%d' target='%d' unit='%d' in use by a SCSI disk"
                            .formatted(
                                    drive.controller(), drive.bus(), drive.target(), drive.unit()));
        }
        return current;
    }

    private static Address.Drive firstFree(DomainDefinition definition, boolean wideScsi) {
        int units = wideScsi ? WIDE_UNITS : NARROW_UNITS;
        for (int controller = 0; ; controller++) {
            for (int unit = 0; unit < units; unit++) {
                var address = new Address.Drive(controller, 0, 0, unit);
                if (!ScsiUnits.isTaken(definition, address)) {
                    return address;
                }
            }
        }
    }

    private static void check(HostDeviceSource.Mediated mediated, HostDevice device) {
        var address = device.info().address();
        if (address.isEmpty()) {
            return;
        }
        boolean wrong =
                (mediated.model() == MediatedModel.VFIO_PCI
                                && !(address.get() instanceof Address.Pci))
                        || (mediated.model() == MediatedModel.VFIO_CCW
                                && !(address.get() instanceof Address.Ccw));
        if (wrong) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Unsupported address type '%s' with mediated device model '%s'"
                            .formatted(address.get().type(), mediated.model().word()));
        }
    }
}
