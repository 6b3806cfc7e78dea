package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.ControllerModel;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Numbers controllers that have no index.
final class ControllerIndexes {
    private ControllerIndexes() {}

    static DomainDefinition assign(DomainDefinition definition) {
        var controllers = new ArrayList<>(definition.devices().controllers());
        boolean changed = false;
        for (int i = 0; i < controllers.size(); i++) {
            var controller = controllers.get(i);
            if (controller.index().isEmpty()) {
                int index = shared(controllers, i).orElseGet(() -> unused(controllers, controller));
                controllers.set(i, controller.withIndex(index));
                changed = true;
            }
        }
        return changed ? replaced(definition, controllers) : definition;
    }

    private static DomainDefinition replaced(
            DomainDefinition definition, List<Controller> controllers) {
        var all = new ArrayList<Device>(controllers);
        for (Device device : definition.devices().all()) {
            if (!(device instanceof Controller)) {
                all.add(device);
            }
        }
        return definition.withDevices(definition.devices().withAll(all));
    }

    /// The parts of a USB 2 controller share the index of the one before, unless that has such a
    /// part.
    private static Optional<Integer> shared(List<Controller> controllers, int at) {
        var controller = controllers.get(at);
        if (at == 0 || !isUsb2(controller)) {
            return Optional.empty();
        }
        int before = at - 1;
        while (before >= 0 && controllers.get(before).type() != Controller.Type.USB) {
            before--;
        }
        if (before < 0 || !isUsb2(controllers.get(before))) {
            return Optional.empty();
        }
        int index = controllers.get(before).index().orElse(-1);
        for (Controller other : controllers) {
            if (other.type() == Controller.Type.USB
                    && other.index().orElse(-1) == index
                    && other.model().equals(controller.model())) {
                return Optional.empty();
            }
        }
        return Optional.of(index);
    }

    private static boolean isUsb2(Controller controller) {
        return controller.type() == Controller.Type.USB
                && controller.model().filter(ControllerIndexes::isUsb2).isPresent();
    }

    private static boolean isUsb2(ControllerModel model) {
        return switch (model) {
            case USB_ICH9_EHCI1, USB_ICH9_UHCI1, USB_ICH9_UHCI2, USB_ICH9_UHCI3 -> true;
            default -> false;
        };
    }

    private static int unused(List<Controller> controllers, Controller controller) {
        var used = new HashSet<Integer>();
        for (Controller other : controllers) {
            if (other.type() == controller.type()) {
                other.index().ifPresent(used::add);
            }
        }
        int index = 0;
        while (used.contains(index)) {
            index++;
        }
        return index;
    }

    static boolean isUsed(List<Controller> controllers, Controller.Type type, int index) {
        for (Controller other : controllers) {
            if (other.type() == type && other.index().orElse(-1) == index) {
                return true;
            }
        }
        return false;
    }
}
