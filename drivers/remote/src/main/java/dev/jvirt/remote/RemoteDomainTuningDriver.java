package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainTuningDriver;

/// Resources of domains of the far host.
record RemoteDomainTuningDriver(RemoteCaller caller) implements DomainTuningDriver {}
