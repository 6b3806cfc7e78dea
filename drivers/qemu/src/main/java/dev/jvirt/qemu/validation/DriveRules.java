package dev.jvirt.qemu.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;
import static dev.jvirt.qemu.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Places of disks, and of the host's SCSI units, on controllers.
final class DriveRules {
    private static final int MAX_TARGET = 7;

    private DriveRules() {}

    static void check(Address.Drive drive, Disk.Bus bus, Machine machine) {
        switch (bus) {
            case SCSI -> checkScsi(drive, machine);
            case IDE -> {
                // A machine has one IDE controller; every other is refused as a controller.
                when(drive.controller() != 0, INTERNAL_ERROR, "Only 1 IDE controller is supported");
                unsupportedWhen(drive.target() != 0, "target must be 0 for ide controller");
            }
            case FDC -> {
                when(drive.controller() != 0, INTERNAL_ERROR, "Only 1 fdc controller is supported");
                unsupportedWhen(drive.bus() != 0, "Only 1 fdc bus is supported");
                unsupportedWhen(drive.target() != 0, "target must be 0 for controller fdc");
            }
            case SATA -> {
                unsupportedWhen(drive.bus() != 0, "bus must be 0 for sata controller");
                unsupportedWhen(drive.target() != 0, "target must be 0 for sata controller");
            }
            case VIRTIO, XEN, USB, UML, SD -> {}
        }
    }

    private static void checkScsi(Address.Drive drive, Machine machine) {
        when(drive.bus() != 0, INTERNAL_ERROR, "SCSI controller only supports 1 bus");
        boolean logic = false;
        for (Controller controller : machine.definition().devices().controllers()) {
            logic |=
                    controller.type() == Controller.Type.SCSI
                            && controller.index().orElse(-1) == drive.controller()
                            && controller.is(ControllerModel.SCSI_LSILOGIC);
        }
        if (logic) {
            unsupportedWhen(
                    drive.target() != 0, "target must be 0 for controller model 'lsilogic'");
        } else if (!machine.has(QemuFlag.SCSI_DISK_CHANNEL)) {
            unsupportedWhen(
                    drive.target() > MAX_TARGET,
                    "This QEMU doesn't support target greater than %d".formatted(MAX_TARGET));
        }
    }
}
