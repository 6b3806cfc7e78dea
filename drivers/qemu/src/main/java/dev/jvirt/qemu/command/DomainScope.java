package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.alias.ControllerAliases;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;

/// All that the arguments of a domain depend on, and the questions that many of them ask.
record DomainScope(
        DomainDefinition definition,
        QemuCapabilities capabilities,
        CommandContext context,
        BootOrder boot) {
    DomainScope(
            DomainDefinition definition, QemuCapabilities capabilities, CommandContext context) {
        this(definition, capabilities, context, new BootOrder(definition));
    }

    boolean has(QemuFlag flag) {
        return capabilities.has(flag);
    }

    String arch() {
        return definition.os().arch().orElse("");
    }

    String machine() {
        return definition.os().machine().orElse("");
    }

    MachineFamily family() {
        return MachineFamily.of(arch(), machine());
    }

    boolean isOn(Features.Name feature) {
        return definition.features().has(feature);
    }

    /// What runs the guest's code.
    Accelerator accelerator() {
        return switch (definition.type()) {
            case VirtType.KVM -> Accelerator.KVM;
            case VirtType.HVF -> Accelerator.HVF;
            default -> Accelerator.TCG;
        };
    }

    /// The controller of a type with an index; of USB controllers the one that is no companion.
    Optional<Controller> controller(Controller.Type type, int index) {
        Optional<Controller> companion = Optional.empty();
        for (Controller controller : definition.devices().controllers()) {
            if (controller.type() == type && controller.index().orElse(-1) == index) {
                if (controller.info().usbMaster().isEmpty()) {
                    return Optional.of(controller);
                }
                companion = Optional.of(controller);
            }
        }
        return companion;
    }

    /// The name of a controller's bus; the usual name where the controller is not mentioned.
    String busOf(Controller.Type type, int index) {
        return controller(type, index).map(this::busOf).orElseGet(() -> type.word() + index);
    }

    /// The name of a controller's bus.
    String busOf(Controller controller) {
        return new ControllerAliases(definition, capabilities).busOf(controller);
    }

    /// The alias a device was given.
    static String alias(GuestDevice device) {
        return device.info()
                .alias()
                .orElseThrow(() -> new IllegalStateException("device without alias"));
    }
}
