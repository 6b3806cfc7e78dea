package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.PciOptions;
import dev.jvirt.documents.domain.PciOptions.Name;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.EnumSet;
import java.util.Set;

/// PCI controllers that QEMU has, and which options each of them has.
final class PciControllerRules {
    private static final Set<ControllerModel> EXPANDERS =
            EnumSet.of(ControllerModel.PCI_PCI_EXPANDER_BUS, ControllerModel.PCI_PCIE_EXPANDER_BUS);
    private static final Set<ControllerModel> PORTS =
            EnumSet.of(
                    ControllerModel.PCI_PCIE_ROOT_PORT,
                    ControllerModel.PCI_PCIE_SWITCH_DOWNSTREAM_PORT);

    private final Controller controller;
    private final ControllerModel model;
    private final PciOptions options;
    private final Machine machine;
    private final boolean hostBridge;

    private PciControllerRules(Controller controller, ControllerModel model, Machine machine) {
        this.controller = controller;
        this.model = model;
        this.options = controller.pci().orElse(PciOptions.NONE);
        this.machine = machine;
        this.hostBridge =
                model == ControllerModel.PCI_PCI_ROOT && machine.is(MachineFamily.PSERIES);
    }

    static void check(Controller controller, Machine machine) {
        if (controller.model().isEmpty()) {
            return;
        }
        var rules = new PciControllerRules(controller, controller.model().get(), machine);
        rules.checkName();
        rules.checkIndex();
        rules.checkNumbers();
        rules.checkHole();
        rules.checkHotPlug();
        rules.checkDevice();
    }

    private String where() {
        return "PCI controller with index '%d', model '%s' and modelName '%s'"
                .formatted(
                        controller.index().orElse(0),
                        model.word(),
                        options.modelName().map(Word::word).orElse("none"));
    }

    private void check(String option, boolean present, boolean required, boolean allowed) {
        unsupportedWhen(
                required && !present,
                "Required option '%s' is not set for %s".formatted(option, where()));
        unsupportedWhen(
                present && !allowed && !required,
                "Option '%s' is not valid for %s".formatted(option, where()));
    }

    private void checkName() {
        var expected = expectedNames();
        check("modelName", options.modelName().isPresent(), !expected.isEmpty(), false);
        unsupportedWhen(
                options.modelName().filter(n -> !expected.contains(n)).isPresent(),
                "Option '%s' has invalid value for %s".formatted("modelName", where()));
    }

    private Set<Name> expectedNames() {
        return switch (model) {
            case PCI_PCI_BRIDGE -> EnumSet.of(Name.PCI_BRIDGE);
            case PCI_DMI_TO_PCI_BRIDGE -> EnumSet.of(Name.I82801B11_BRIDGE);
            case PCI_PCIE_ROOT_PORT -> EnumSet.of(Name.IOH3420, Name.PCIE_ROOT_PORT);
            case PCI_PCIE_SWITCH_UPSTREAM_PORT -> EnumSet.of(Name.X3130_UPSTREAM);
            case PCI_PCIE_SWITCH_DOWNSTREAM_PORT -> EnumSet.of(Name.XIO3130_DOWNSTREAM);
            case PCI_PCI_EXPANDER_BUS -> EnumSet.of(Name.PXB);
            case PCI_PCIE_EXPANDER_BUS -> EnumSet.of(Name.PXB_PCIE);
            case PCI_PCIE_TO_PCI_BRIDGE -> EnumSet.of(Name.PCIE_PCI_BRIDGE);
            default ->
                    hostBridge
                            ? EnumSet.of(Name.SPAPR_PCI_HOST_BRIDGE)
                            : EnumSet.noneOf(Name.class);
        };
    }

    private void checkIndex() {
        boolean root =
                model == ControllerModel.PCI_PCI_ROOT || model == ControllerModel.PCI_PCIE_ROOT;
        int index = controller.index().orElse(0);
        unsupportedWhen(
                !root && index == 0,
                "Index for '%s' controllers must be > 0".formatted(model.word()));
        unsupportedWhen(
                root && !hostBridge && index != 0,
                "Index for '%s' controllers must be 0".formatted(model.word()));
    }

    private void checkNumbers() {
        var target = options.target();
        boolean expander = EXPANDERS.contains(model);
        boolean port = PORTS.contains(model);
        check("targetIndex", target.index().isPresent(), hostBridge, false);
        check("busNr", target.busNr().isPresent(), expander, false);
        check("numaNode", options.numaNode().isPresent(), false, expander || hostBridge);
        check(
                "chassisNr",
                target.chassisNr().isPresent(),
                model == ControllerModel.PCI_PCI_BRIDGE,
                false);
        check("chassis", target.chassis().isPresent(), port, false);
        check("port", target.port().isPresent(), port, false);
    }

    private void checkHole() {
        if (options.hole64().isEmpty()) {
            return;
        }
        boolean pc =
                model == ControllerModel.PCI_PCI_ROOT && machine.is(MachineFamily.I440FX)
                        || model == ControllerModel.PCI_PCIE_ROOT && machine.is(MachineFamily.Q35);
        boolean root =
                model == ControllerModel.PCI_PCI_ROOT || model == ControllerModel.PCI_PCIE_ROOT;
        check("pcihole64", true, false, root);
        unsupportedWhen(
                !pc,
                "Setting the 64-bit PCI hole size is not supported for machine '%s'"
                        .formatted(machine.name()));
    }

    private void checkHotPlug() {
        if (options.target().hotplug().isEmpty()) {
            return;
        }
        boolean allowed = model == ControllerModel.PCI_PCI_ROOT || PORTS.contains(model);
        check("hotplug", true, false, allowed);
        var flag =
                model == ControllerModel.PCI_PCI_ROOT
                        ? QemuFlag.PIIX4_ACPI_ROOT_PCI_HOTPLUG
                        : QemuFlag.PCIE_ROOT_PORT_HOTPLUG;
        boolean root = model == ControllerModel.PCI_PCI_ROOT;
        unsupportedWhen(
                !machine.has(flag) || root && !machine.is(MachineFamily.I440FX),
                "setting the '%s' property on a '%s' device is not supported by this QEMU binary"
                        .formatted(
                                "hotplug",
                                root
                                        ? model.word()
                                        : options.modelName().map(Word::word).orElse("")));
    }

    private void checkDevice() {
        if (options.modelName().isEmpty()) {
            return;
        }
        var name = options.modelName().get();
        unsupportedWhen(
                !machine.has(flag(name)),
                "The '%s' device is not supported by this QEMU binary".formatted(name.word()));
        unsupportedWhen(
                hostBridge
                        && options.numaNode().isPresent()
                        && !machine.has(QemuFlag.SPAPR_PCI_HOST_BRIDGE_NUMA_NODE),
                "Option '%s' is not supported by '%s' device with this QEMU binary"
                        .formatted("numaNode", name.word()));
    }

    private static QemuFlag flag(Name name) {
        return switch (name) {
            case PCI_BRIDGE -> QemuFlag.PCI_BRIDGE;
            case I82801B11_BRIDGE -> QemuFlag.DMI_TO_PCI_BRIDGE;
            case IOH3420 -> QemuFlag.IOH3420;
            case X3130_UPSTREAM -> QemuFlag.X3130_UPSTREAM;
            case XIO3130_DOWNSTREAM -> QemuFlag.XIO3130_DOWNSTREAM;
            case PXB -> QemuFlag.PXB;
            case PXB_PCIE -> QemuFlag.PXB_PCIE;
            case PCIE_ROOT_PORT -> QemuFlag.PCIE_ROOT_PORT;
            case SPAPR_PCI_HOST_BRIDGE -> QemuFlag.SPAPR_PCI_HOST_BRIDGE;
            case PCIE_PCI_BRIDGE -> QemuFlag.PCIE_PCI_BRIDGE;
        };
    }
}
