package dev.jvirt.qemu.alias;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DiskName;
import dev.jvirt.documents.domain.DomainDefinition;

/// Aliases of disks: by their place on a controller, or by their name.
final class DiskAlias {
    private DiskAlias() {}

    static String of(Disk disk, DomainDefinition definition) {
        String bus = disk.bus().map(Disk.Bus::word).orElse("");
        if (disk.info().address().orElse(null) instanceof Address.Drive drive) {
            String place = "%s%d-%d".formatted(bus, drive.controller(), drive.bus());
            boolean targets = disk.isOn(Disk.Bus.SCSI) && !isLsi(definition, drive.controller());
            return targets
                    ? "%s-%d-%d".formatted(place, drive.target(), drive.unit())
                    : "%s-%d".formatted(place, drive.unit());
        }
        return "%s-disk%d".formatted(bus, DiskName.index(disk.target().dev()));
    }

    private static boolean isLsi(DomainDefinition definition, int index) {
        for (Controller controller : definition.devices().controllers()) {
            if (controller.type() == Controller.Type.SCSI
                    && controller.index().orElse(-1) == index) {
                return controller.is(ControllerModel.SCSI_LSILOGIC);
            }
        }
        return false;
    }
}
