package dev.jvirt.remote;

import dev.jvirt.api.driver.HostResourceDriver;

/// Processors and memory of the far host.
record RemoteHostResourceDriver(RemoteCaller caller) implements HostResourceDriver {}
