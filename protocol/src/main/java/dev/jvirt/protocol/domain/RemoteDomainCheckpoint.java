package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;

/// Which checkpoint is meant.
@Struct("remote_nonnull_domain_checkpoint")
public record RemoteDomainCheckpoint(String name, RemoteDomain domain) implements RemoteObject {}
