package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.DeviceSecurityLabel;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.SecurityLabel;
import java.util.List;

/// Rules of labels of single sources.
final class LabelRules {
    private LabelRules() {}

    static void check(List<DeviceSecurityLabel> labels, DomainDefinition definition) {
        for (DeviceSecurityLabel label : labels) {
            for (SecurityLabel domain : definition.security().labels()) {
                unsupportedWhen(
                        domain.model().equals(label.model()) && !domain.relabel(),
                        "label overrides require relabeling to be enabled at the domain level");
            }
        }
    }
}
