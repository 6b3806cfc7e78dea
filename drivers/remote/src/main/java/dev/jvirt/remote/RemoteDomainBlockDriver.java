package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainBlockDriver;

/// Disks of domains of the far host.
record RemoteDomainBlockDriver(RemoteCaller caller) implements DomainBlockDriver {}
