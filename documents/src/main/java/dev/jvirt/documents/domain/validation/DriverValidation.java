package dev.jvirt.documents.domain.validation;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;

/// What a driver refuses. By default nothing.
public interface DriverValidation {
    /// No driver.
    DriverValidation NONE = new DriverValidation() {};

    /// The whole definition; asked first.
    default void domain(DomainDefinition definition) {}

    /// A device, after the common checks of its kind.
    default void device(Device device, DomainDefinition definition) {}
}
