package dev.jvirt.api.driver;

import java.util.Optional;

/// A secondary driver that may serve the networks of a connection whose hypervisor driver has none
/// of its own.
public interface NetworkConnectDriver {
    /// The driver's name in messages.
    String name();

    /// Its networks for an open connection; empty if the driver declines, so that the next one is
    /// asked.
    Optional<NetworkDriver> open(DriverSession hypervisor, OpenRequest request);
}
