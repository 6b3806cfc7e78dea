package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.Devices;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.domain.completion.ImplicitDevices;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.Optional;

/// Adds the devices that a machine has even if its document does not mention them.
final class MachineDevices {
    private static final ControllerModel[] COMPANIONS = {
        ControllerModel.USB_ICH9_UHCI1,
        ControllerModel.USB_ICH9_UHCI2,
        ControllerModel.USB_ICH9_UHCI3
    };

    private final String arch;
    private final MachineTraits traits;
    private Devices devices;

    private MachineDevices(DomainDefinition definition, QemuCapabilities capabilities) {
        arch = definition.os().arch().orElseThrow();
        traits = MachineTraits.of(arch, definition.os().machine().orElseThrow(), capabilities);
        devices = definition.devices();
    }

    static DomainDefinition add(
            DomainDefinition definition,
            QemuCapabilities capabilities,
            DefinitionSettings settings) {
        var machine = new MachineDevices(definition, capabilities);
        machine.addAll();
        return AudioChoice.add(definition.withDevices(machine.devices), settings);
    }

    private void addAll() {
        if (Architectures.isX86(arch)) {
            addInput(Input.Type.MOUSE, Input.Bus.PS2);
            addInput(Input.Type.KEYBOARD, Input.Bus.PS2);
        }
        if (traits.usb() && !has(Controller.Type.USB)) {
            addUsb();
        }
        if (traits.sata()) {
            devices =
                    ImplicitDevices.withController(
                            devices, Controller.Type.SATA, 0, Optional.empty());
        }
        traits.root().ifPresent(this::addRoot);
        if (traits.balloon() && devices.first(MemoryBalloon.class).isEmpty()) {
            devices = devices.with(new MemoryBalloon(MemoryBalloon.Model.VIRTIO));
        }
        if (traits.usbInput() && !devices.graphics().isEmpty()) {
            addInput(Input.Type.KEYBOARD, Input.Bus.USB);
            if (!has(Input.Type.TABLET, Input.Bus.USB)) {
                addInput(Input.Type.MOUSE, Input.Bus.USB);
            }
        }
        if (traits.panic().isPresent()) {
            addPanic(traits.panic().get());
        }
    }

    private void addInput(Input.Type type, Input.Bus bus) {
        if (!has(type, bus)) {
            devices = devices.with(new Input(type, bus));
        }
    }

    private boolean has(Input.Type type, Input.Bus bus) {
        for (Input input : devices.inputs()) {
            if (input.type() == type && input.isOn(bus)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Controller.Type type) {
        return find(type).isPresent();
    }

    private Optional<Controller> find(Controller.Type type) {
        for (Controller controller : devices.controllers()) {
            if (controller.type() == type && controller.index().orElse(-1) == 0) {
                return Optional.of(controller);
            }
        }
        return Optional.empty();
    }

    private void addUsb() {
        devices = devices.with(new Controller(Controller.Type.USB, 0, traits.usbModel()));
        if (traits.usbModel().filter(m -> m == ControllerModel.USB_ICH9_EHCI1).isEmpty()) {
            return;
        }
        for (int i = 0; i < COMPANIONS.length; i++) {
            devices =
                    devices.with(
                            new Controller(Controller.Type.USB, 0, Optional.of(COMPANIONS[i]))
                                    .withInfo(DeviceInfo.NONE.withUsbMaster(2 * i)));
        }
    }

    private void addRoot(ControllerModel root) {
        var found = find(Controller.Type.PCI);
        if (found.isEmpty()) {
            devices = devices.with(new Controller(Controller.Type.PCI, 0, Optional.of(root)));
        } else if (!found.get().is(root)) {
            throw new LibvirtException(
                    XML_ERROR,
                    "The PCI controller with index='0' must be model='%s' for this machine type, but model='%s' was found instead"
                            .formatted(
                                    root.word(),
                                    found.get().model().map(Word::word).orElse("(null)")));
        }
    }

    private void addPanic(Panic.Model model) {
        for (Panic panic : devices.of(Panic.class)) {
            if (panic.model().isEmpty() || panic.model().get() == model) {
                return;
            }
        }
        devices = devices.with(new Panic(Optional.of(model), DeviceInfo.NONE));
    }
}
