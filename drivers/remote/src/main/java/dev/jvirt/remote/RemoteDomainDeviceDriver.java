package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainDeviceDriver;

/// Devices of domains of the far host.
record RemoteDomainDeviceDriver(RemoteCaller caller) implements DomainDeviceDriver {}
