package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainStatsDriver;

/// Statistics and jobs of domains of the far host.
record RemoteDomainStatsDriver(RemoteCaller caller) implements DomainStatsDriver {}
