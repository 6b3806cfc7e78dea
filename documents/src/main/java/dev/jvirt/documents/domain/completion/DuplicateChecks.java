package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.xml.Word;
import java.util.HashSet;
import java.util.Optional;

/// Refuses what there can be only once.
final class DuplicateChecks {
    private record Place(Controller.Type type, int index) {}

    private DuplicateChecks() {}

    static void check(DomainDefinition definition) {
        var places = new HashSet<Place>();
        for (Controller controller : definition.devices().controllers()) {
            int index = controller.index().orElse(0);
            // The parts of a USB 2 controller have the same index.
            if (controller.type() != Controller.Type.USB
                    && !places.add(new Place(controller.type(), index))) {
                throw new LibvirtException(
                        XML_ERROR,
                        "Multiple '%s' controllers with index '%d'"
                                .formatted(controller.type().word(), index));
            }
        }
        var models = new HashSet<Optional<Panic.Model>>();
        for (Panic panic : definition.devices().of(Panic.class)) {
            if (!models.add(panic.model())) {
                throw new LibvirtException(
                        XML_ERROR,
                        "Multiple panic devices with model '%s'"
                                .formatted(panic.model().map(Word::word).orElse("default")));
            }
        }
    }
}
