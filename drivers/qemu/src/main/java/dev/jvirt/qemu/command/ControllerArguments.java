package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Controllers: first the buses of all buses, then one type after the other.
final class ControllerArguments {
    private static final List<Controller.Type> ORDER =
            List.of(
                    Controller.Type.PCI,
                    Controller.Type.USB,
                    Controller.Type.SCSI,
                    Controller.Type.IDE,
                    Controller.Type.SATA,
                    Controller.Type.VIRTIO_SERIAL);

    private ControllerArguments() {}

    static void add(DomainScope scope, Arguments out) {
        ORDER.forEach(type -> add(scope, type, out));
        addLegacyUsb(scope, out);
        // They are USB devices.
        add(scope, Controller.Type.CCID, out);
    }

    private static void add(DomainScope scope, Controller.Type type, Arguments out) {
        for (Controller controller : scope.definition().devices().controllers()) {
            if (controller.type() == type) {
                device(scope, controller).ifPresent(d -> out.device(d, controller.info()));
            }
        }
    }

    /// Machines with a USB controller of their own have it only on demand.
    private static void addLegacyUsb(DomainScope scope, Arguments out) {
        int legacy = 0;
        int modern = 0;
        for (Controller controller : scope.definition().devices().controllers()) {
            if (controller.type() == Controller.Type.USB) {
                if (controller.model().isEmpty()) {
                    legacy++;
                } else {
                    modern++;
                }
            }
        }
        if (legacy > 1) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "Multiple legacy USB controllers are not supported");
        }
        // Old documents of mainframes have a controller that never was there.
        boolean needsModel = !hasUsbOfItsOwn(scope) && scope.family() != MachineFamily.S390_CCW;
        if (legacy > 0 && needsModel) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, "no model provided for USB controller");
        }
        if (modern == 0 && hasUsbOfItsOwn(scope)) {
            out.add("-usb");
        }
    }

    private static boolean hasUsbOfItsOwn(DomainScope scope) {
        return switch (scope.family()) {
            case Q35, ARM_VIRT, RISCV_VIRT, S390_CCW -> false;
            case I440FX, ISA_PC, PSERIES, MALTA, OTHER -> true;
        };
    }

    /// The properties of a controller; nothing if the machine has it anyway.
    static Optional<JsonObject.Builder> device(DomainScope scope, Controller controller) {
        Optional<JsonObject.Builder> device =
                switch (controller.type()) {
                    case PCI -> PciControllers.device(scope, controller);
                    case USB -> UsbControllers.device(scope, controller);
                    case SCSI -> ScsiControllers.device(scope, controller);
                    case IDE -> ide(scope, controller);
                    case SATA -> sata(scope, controller);
                    case VIRTIO_SERIAL -> Optional.of(virtioSerial(controller));
                    case CCID ->
                            Optional.of(
                                    JsonObject.builder()
                                            .put("driver", "usb-ccid")
                                            .put("id", DomainScope.alias(controller)));
                    case FDC, XENBUS, ISA -> Optional.empty();
                };
        device.ifPresent(d -> DeviceAddresses.add(scope, controller.info(), d));
        return device;
    }

    private static Optional<JsonObject.Builder> ide(DomainScope scope, Controller controller) {
        boolean builtIn = MachineFamily.hasIde(scope.arch(), scope.machine());
        if (builtIn && controller.index().orElse(0) == 0) {
            return Optional.empty();
        }
        throw new LibvirtException(
                CONFIG_UNSUPPORTED,
                builtIn
                        ? "Only a single IDE controller is supported for this machine type"
                        : "IDE controllers are unsupported for this QEMU binary or machine type");
    }

    private static Optional<JsonObject.Builder> sata(DomainScope scope, Controller controller) {
        if (scope.family() == MachineFamily.Q35 && controller.index().orElse(0) == 0) {
            return Optional.empty();
        }
        if (!scope.has(QemuFlag.ICH9_AHCI)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "SATA is not supported with this QEMU binary");
        }
        return Optional.of(
                JsonObject.builder()
                        .put("driver", "ahci")
                        .put("id", DomainScope.alias(controller)));
    }

    private static JsonObject.Builder virtioSerial(Controller controller) {
        var model =
                controller
                        .model()
                        .flatMap(
                                m ->
                                        switch (m) {
                                            case VIRTIO_SERIAL_VIRTIO_TRANSITIONAL ->
                                                    Optional.of(
                                                            dev.jvirt.documents.domain.VirtioModel
                                                                    .VIRTIO_TRANSITIONAL);
                                            case VIRTIO_SERIAL_VIRTIO_NON_TRANSITIONAL ->
                                                    Optional.of(
                                                            dev.jvirt.documents.domain.VirtioModel
                                                                    .VIRTIO_NON_TRANSITIONAL);
                                            default -> Optional.empty();
                                        });
        String driver = VirtioDevices.driver("virtio-serial", controller.info(), model);
        var out = VirtioDevices.begin(driver, controller.driver().virtio());
        out.put("id", DomainScope.alias(controller));
        out.putNumber("max_ports", controller.ports().ports());
        out.putNumber("vectors", controller.ports().vectors());
        return out;
    }

    /// Whether a controller of a type and index has that model.
    static boolean is(DomainScope scope, Controller.Type type, int index, ControllerModel model) {
        return scope.controller(type, index).filter(c -> c.is(model)).isPresent();
    }
}
