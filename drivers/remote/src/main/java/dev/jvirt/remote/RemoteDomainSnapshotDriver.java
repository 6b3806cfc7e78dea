package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainSnapshotDriver;

/// Snapshots of the far host.
record RemoteDomainSnapshotDriver(RemoteCaller caller) implements DomainSnapshotDriver {}
