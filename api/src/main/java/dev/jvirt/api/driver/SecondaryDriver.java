package dev.jvirt.api.driver;

import java.util.Optional;

/// A driver that serves objects beside domains. It is asked when a connection is opened whose
/// hypervisor driver has no objects of that kind of its own; it overrides what it serves.
public interface SecondaryDriver {
    /// The driver's name in messages.
    String name();

    /// Its networks for an open connection; empty if it declines, so that the next one is asked.
    default Optional<NetworkDriver> networks(DriverSession hypervisor, OpenRequest request) {
        return Optional.empty();
    }

    /// Its storage; empty if it declines.
    default Optional<StorageDriver> storage(DriverSession hypervisor, OpenRequest request) {
        return Optional.empty();
    }

    /// Its interfaces; empty if it declines.
    default Optional<InterfaceDriver> interfaces(DriverSession hypervisor, OpenRequest request) {
        return Optional.empty();
    }

    /// Its devices; empty if it declines.
    default Optional<NodeDeviceDriver> nodeDevices(DriverSession hypervisor, OpenRequest request) {
        return Optional.empty();
    }

    /// Its secrets; empty if it declines.
    default Optional<SecretDriver> secrets(DriverSession hypervisor, OpenRequest request) {
        return Optional.empty();
    }

    /// Its filters; empty if it declines.
    default Optional<NwfilterDriver> nwfilters(DriverSession hypervisor, OpenRequest request) {
        return Optional.empty();
    }
}
