package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.PciOptions;
import java.util.OptionalInt;

/// Rules of controllers.
final class ControllerRules {
    private static final int MAX_INDEX = 255;

    private ControllerRules() {}

    static void check(Controller controller) {
        if (controller.pci().isPresent()) {
            checkPci(controller, controller.pci().get());
        }
    }

    private static void checkPci(Controller controller, PciOptions pci) {
        boolean root =
                controller.is(ControllerModel.PCI_PCI_ROOT)
                        || controller.is(ControllerModel.PCI_PCIE_ROOT);
        unsupportedWhen(
                root && controller.info().address().isPresent(),
                "pci-root and pcie-root controllers should not have an address");
        int index = controller.index().orElse(0);
        unsupportedWhen(
                index > MAX_INDEX,
                "PCI controller index %d too high, maximum is %d",
                index,
                MAX_INDEX);
        var target = pci.target();
        range(target.index(), "target index", 0, 30);
        if (target.index().isPresent()) {
            unsupportedWhen(
                    (index == 0) != (target.index().getAsInt() == 0),
                    "Only the PCI controller with index 0 can have target index 0, and vice versa");
        }
        range(target.chassisNr(), "chassisNr", 1, 255);
        range(target.chassis(), "chassis", 0, 255);
        range(target.port(), "port", 0, 255);
        range(target.busNr(), "busNr", 1, 254);
        unsupportedWhen(
                pci.numaNode().isPresent() && index == 0,
                "The PCI controller with index=0 can't be associated with a NUMA node");
    }

    private static void range(OptionalInt number, String name, int min, int max) {
        int value = number.orElse(min);
        unsupportedWhen(
                value < min || value > max,
                "PCI controller %s '%d' out of range - must be %d-%d",
                name,
                value,
                min,
                max);
    }
}
