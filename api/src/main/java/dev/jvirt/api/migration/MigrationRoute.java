package dev.jvirt.api.migration;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.DriverFeature;
import dev.jvirt.api.driver.DriverSession;

/// Which domain moves, and between what.
public record MigrationRoute(DomainId domain, DriverSession source, DriverSession destination) {

    /// Whether both sides have a feature.
    boolean bothSupport(DriverFeature feature) {
        boolean atSource = feature.supportedBy(source);
        return feature.supportedBy(destination) && atSource;
    }
}
