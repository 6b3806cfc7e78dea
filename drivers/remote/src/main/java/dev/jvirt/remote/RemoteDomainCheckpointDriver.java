package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainCheckpointDriver;

/// Checkpoints and backups of the far host.
record RemoteDomainCheckpointDriver(RemoteCaller caller) implements DomainCheckpointDriver {}
