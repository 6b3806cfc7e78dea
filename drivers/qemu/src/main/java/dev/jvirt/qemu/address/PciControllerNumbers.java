package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.PciOptions;
import dev.jvirt.documents.domain.PciOptions.Name;
import dev.jvirt.documents.domain.PciOptions.Target;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.Optional;
import java.util.OptionalInt;

/// The device behind each PCI controller, and the numbers by which the guest tells them apart.
final class PciControllerNumbers {
    private static final int FIRST_FREE_BUS = 256;
    private static final int MAX_TARGET_INDEX = 30;

    private final DeviceTable devices;
    private final Machine machine;

    private PciControllerNumbers(DeviceTable devices, Machine machine) {
        this.devices = devices;
        this.machine = machine;
    }

    static void assign(DeviceTable devices, Machine machine) {
        var numbers = new PciControllerNumbers(devices, machine);
        for (Controller controller : devices.controllers(Controller.Type.PCI)) {
            numbers.assign(controller);
        }
    }

    private void assign(Controller controller) {
        var model = controller.model();
        if (model.isEmpty()) {
            return;
        }
        var pci = controller.pci().orElse(PciOptions.NONE);
        var name = pci.modelName().or(() -> defaultName(model.get()));
        pci = name.map(pci::withModelName).orElse(pci);
        devices.replace(
                controller, controller.withPci(pci.withTarget(target(controller, model.get()))));
    }

    private Optional<Name> defaultName(ControllerModel model) {
        return switch (model) {
            case PCI_PCI_BRIDGE -> Optional.of(Name.PCI_BRIDGE);
            case PCI_DMI_TO_PCI_BRIDGE -> Optional.of(Name.I82801B11_BRIDGE);
            case PCI_PCIE_TO_PCI_BRIDGE -> Optional.of(Name.PCIE_PCI_BRIDGE);
            case PCI_PCIE_ROOT_PORT ->
                    Optional.of(
                            machine.has(QemuFlag.PCIE_ROOT_PORT)
                                    ? Name.PCIE_ROOT_PORT
                                    : Name.IOH3420);
            case PCI_PCIE_SWITCH_UPSTREAM_PORT -> Optional.of(Name.X3130_UPSTREAM);
            case PCI_PCIE_SWITCH_DOWNSTREAM_PORT -> Optional.of(Name.XIO3130_DOWNSTREAM);
            case PCI_PCI_EXPANDER_BUS -> Optional.of(Name.PXB);
            case PCI_PCIE_EXPANDER_BUS -> Optional.of(Name.PXB_PCIE);
            case PCI_PCI_ROOT ->
                    machine.is(MachineFamily.PSERIES)
                            ? Optional.of(Name.SPAPR_PCI_HOST_BRIDGE)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Target target(Controller controller, ControllerModel model) {
        var target = controller.pci().orElse(PciOptions.NONE).target();
        int index = controller.index().orElse(0);
        return switch (model) {
            case PCI_PCI_BRIDGE -> {
                checkParent(controller, index);
                yield new Target(
                        target.chassisNr().isPresent() ? target.chassisNr() : OptionalInt.of(index),
                        target.chassis(),
                        target.port(),
                        target.busNr(),
                        target.index(),
                        target.hotplug());
            }
            case PCI_PCIE_ROOT_PORT, PCI_PCIE_SWITCH_DOWNSTREAM_PORT ->
                    new Target(
                            target.chassisNr(),
                            target.chassis().isPresent() ? target.chassis() : OptionalInt.of(index),
                            target.port().isPresent() ? target.port() : port(controller),
                            target.busNr(),
                            target.index(),
                            target.hotplug());
            case PCI_PCI_EXPANDER_BUS, PCI_PCIE_EXPANDER_BUS ->
                    withBus(target, target.busNr().isPresent() ? target.busNr() : nextBus(index));
            case PCI_PCI_ROOT ->
                    machine.is(MachineFamily.PSERIES) && target.index().isEmpty()
                            ? withIndex(target, index == 0 ? 0 : nextTarget(index))
                            : target;
            default -> target;
        };
    }

    private static Target withBus(Target target, OptionalInt busNr) {
        return new Target(
                target.chassisNr(),
                target.chassis(),
                target.port(),
                busNr,
                target.index(),
                target.hotplug());
    }

    private static Target withIndex(Target target, int value) {
        return new Target(
                target.chassisNr(),
                target.chassis(),
                target.port(),
                target.busNr(),
                OptionalInt.of(value),
                target.hotplug());
    }

    private static void checkParent(Controller controller, int index) {
        if (controller.info().address().orElse(null) instanceof Address.Pci pci
                && index <= pci.bus()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "PCI controller at index %d (0x%02x) has bus='0x%02x', but index must be larger than bus"
                            .formatted(index, index, pci.bus()));
        }
    }

    private static OptionalInt port(Controller controller) {
        if (!(controller.info().address().orElse(null) instanceof Address.Pci pci)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                controller.is(ControllerModel.PCI_PCIE_SWITCH_DOWNSTREAM_PORT)
                        ? pci.slot()
                        : (pci.slot() << 3) + pci.function());
    }

    /// Bus numbers of expanders are chosen downwards, each with one to spare for a bridge, because
    /// QEMU numbers the other buses upwards.
    private OptionalInt nextBus(int index) {
        int lowest = FIRST_FREE_BUS;
        for (Controller controller : devices.controllers(Controller.Type.PCI)) {
            var busNr = controller.pci().orElse(PciOptions.NONE).target().busNr();
            lowest = Math.min(lowest, busNr.orElse(FIRST_FREE_BUS));
        }
        if (lowest <= 2) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "No free busNr lower than current lowest busNr is available to auto-assign to bus %d. Must be manually assigned"
                            .formatted(index));
        }
        return OptionalInt.of(lowest - 2);
    }

    private int nextTarget(int index) {
        for (int wanted = 1; wanted <= MAX_TARGET_INDEX; wanted++) {
            if (!isTargetUsed(wanted)) {
                return wanted;
            }
        }
        throw new LibvirtException(
                INTERNAL_ERROR, "No usable target index found for %d".formatted(index));
    }

    private boolean isTargetUsed(int wanted) {
        for (Controller controller : devices.controllers(Controller.Type.PCI)) {
            if (controller
                    .pci()
                    .orElse(PciOptions.NONE)
                    .target()
                    .index()
                    .equals(OptionalInt.of(wanted))) {
                return true;
            }
        }
        return false;
    }
}
