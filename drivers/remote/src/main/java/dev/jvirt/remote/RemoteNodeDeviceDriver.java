package dev.jvirt.remote;

import dev.jvirt.api.driver.NodeDeviceDriver;

/// Devices of the far host.
record RemoteNodeDeviceDriver(RemoteCaller caller) implements NodeDeviceDriver {}
