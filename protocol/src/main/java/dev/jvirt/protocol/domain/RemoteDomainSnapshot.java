package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;

/// Which snapshot is meant.
@Struct("remote_nonnull_domain_snapshot")
public record RemoteDomainSnapshot(String name, RemoteDomain domain) implements RemoteObject {}
