package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import java.util.Optional;

/// Which units of SCSI controllers are taken.
public final class ScsiUnits {
    private ScsiUnits() {}

    /// Whether a device of the host is a SCSI unit.
    public static boolean isScsi(HostDevice device) {
        return device.source() instanceof HostDeviceSource.ScsiUnit
                || device.source() instanceof HostDeviceSource.Iscsi;
    }

    /// Whether a device of the host has that address.
    public static boolean isUsedByHostDevice(DomainDefinition definition, Address.Drive address) {
        for (HostDevice device : definition.devices().of(HostDevice.class)) {
            if (isScsi(device) && device.info().address().filter(address::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// Whether a SCSI disk has that address.
    public static boolean isUsedByDisk(DomainDefinition definition, Address.Drive address) {
        for (Disk disk : definition.devices().disks()) {
            if (disk.isOn(Disk.Bus.SCSI)
                    && disk.info().address().filter(address::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing can be attached at that address.
    static boolean isTaken(DomainDefinition definition, Address.Drive address) {
        var model = controllerModel(definition, address.controller());
        if (model.isPresent() && !hasUnit(model.get(), address.unit())) {
            return true;
        }
        return isUsedByDisk(definition, address) || isUsedByHostDevice(definition, address);
    }

    private static Optional<ControllerModel> controllerModel(
            DomainDefinition definition, int index) {
        for (Controller controller : definition.devices().controllers()) {
            if (controller.type() == Controller.Type.SCSI
                    && controller.index().orElse(-1) == index) {
                return controller.model();
            }
        }
        return Optional.empty();
    }

    private static boolean hasUnit(ControllerModel model, int unit) {
        return switch (model) {
            case SCSI_VIRTIO_SCSI, SCSI_VIRTIO_TRANSITIONAL, SCSI_VIRTIO_NON_TRANSITIONAL ->
                    unit <= 16383;
            case SCSI_IBMVSCSI -> unit <= 31 && unit != 7;
            case SCSI_LSISAS1068 -> unit <= 1;
            case SCSI_LSISAS1078 -> unit <= 255;
            case SCSI_LSILOGIC, SCSI_VMPVSCSI, SCSI_BUSLOGIC -> unit != 7;
            case SCSI_NCR53C90, SCSI_DC390, SCSI_AM53C974 -> unit <= 6;
            default -> true;
        };
    }
}
