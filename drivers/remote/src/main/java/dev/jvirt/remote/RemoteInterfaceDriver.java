package dev.jvirt.remote;

import dev.jvirt.api.driver.InterfaceDriver;

/// Interfaces of the far host.
record RemoteInterfaceDriver(RemoteCaller caller) implements InterfaceDriver {}
