package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.VirtioModel;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Optional;

/// SCSI controllers.
final class ScsiControllers {
    private ScsiControllers() {}

    /// The properties of a controller without its address; nothing if the machine has it.
    static Optional<JsonObject.Builder> device(DomainScope scope, Controller controller) {
        var model = controller.model().orElse(ControllerModel.SCSI_AUTO);
        return switch (model) {
            case SCSI_VIRTIO_SCSI -> Optional.of(virtio(controller, VirtioModel.VIRTIO));
            case SCSI_VIRTIO_TRANSITIONAL ->
                    Optional.of(virtio(controller, VirtioModel.VIRTIO_TRANSITIONAL));
            case SCSI_VIRTIO_NON_TRANSITIONAL ->
                    Optional.of(virtio(controller, VirtioModel.VIRTIO_NON_TRANSITIONAL));
            case SCSI_LSILOGIC -> Optional.of(plain("lsi", controller));
            case SCSI_IBMVSCSI -> Optional.of(plain("spapr-vscsi", controller));
            case SCSI_LSISAS1068 -> Optional.of(plain("mptsas1068", controller));
            case SCSI_LSISAS1078 -> Optional.of(plain("megasas", controller));
            case SCSI_VMPVSCSI -> Optional.of(plain("pvscsi", controller));
            case SCSI_DC390 -> Optional.of(plain("dc-390", controller));
            case SCSI_AM53C974 -> Optional.of(plain("am53c974", controller));
            case SCSI_NCR53C90 -> {
                if (MachineFamily.hasEsp(scope.machine())) {
                    yield Optional.empty();
                }
                throw unsupported(model);
            }
            default -> throw unsupported(model);
        };
    }

    private static LibvirtException unsupported(ControllerModel model) {
        return new LibvirtException(
                CONFIG_UNSUPPORTED, "Unsupported controller model: %s".formatted(model.word()));
    }

    private static JsonObject.Builder plain(String driver, Controller controller) {
        return JsonObject.builder().put("driver", driver).put("id", DomainScope.alias(controller));
    }

    private static JsonObject.Builder virtio(Controller controller, VirtioModel model) {
        var options = controller.driver();
        String driver = VirtioDevices.driver("virtio-scsi", controller.info(), Optional.of(model));
        var out = VirtioDevices.begin(driver, options.virtio());
        options.ioThread().ifPresent(thread -> out.put("iothread", "iothread" + thread));
        out.put("id", DomainScope.alias(controller));
        out.putNumber("num_queues", options.queues());
        out.putNumber("cmd_per_lun", options.commandsPerLun());
        out.putNumber("max_sectors", options.maxSectors());
        out.putBoolean("ioeventfd", options.ioEventFd());
        return out;
    }
}
