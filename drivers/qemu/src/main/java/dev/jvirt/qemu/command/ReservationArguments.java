package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.Reservations;
import dev.jvirt.documents.domain.StorageSource;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// The helper for SCSI persistent reservations that the daemon starts, one for all disks.
final class ReservationArguments {
    private ReservationArguments() {}

    static void add(DomainScope scope, Arguments out) {
        for (Disk disk : scope.definition().devices().disks()) {
            if (isManaged(disk)) {
                out.object(
                        JsonObject.builder()
                                .put("qom-type", "pr-manager-helper")
                                .put("id", "pr-helper0")
                                .put("path", scope.context().folders().lib() + "/pr-helper0.sock")
                                .build());
                return;
            }
        }
    }

    private static boolean isManaged(Disk disk) {
        Optional<StorageSource> image = Optional.of(disk.source());
        while (image.isPresent()) {
            if (image.get().access().reservations().filter(Reservations::managed).isPresent()) {
                return true;
            }
            image = image.get().backing();
        }
        return false;
    }
}
