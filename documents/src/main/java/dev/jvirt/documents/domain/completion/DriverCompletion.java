package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;

/// What a driver adds to a definition while it is completed. By default nothing.
public interface DriverCompletion {
    /// No driver.
    DriverCompletion NONE = new DriverCompletion() {};

    /// First of all: what everything else depends on, such as machine and emulator.
    default DomainDefinition basics(DomainDefinition definition) {
        return definition;
    }

    /// Once, before the devices: adds devices and settings of the machine. Controllers have their
    /// indexes already.
    default DomainDefinition domain(DomainDefinition definition) {
        return definition;
    }

    /// For each device, before the common defaults of its kind. Some devices come twice.
    default Device device(Device device, DomainDefinition definition) {
        return device;
    }

    /// Last: gives addresses to devices that have none.
    default DomainDefinition addresses(DomainDefinition definition) {
        return definition;
    }
}
