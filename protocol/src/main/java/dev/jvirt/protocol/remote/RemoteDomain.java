package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;
import java.util.UUID;

/// Which domain is meant; `id` is -1 while it is shut off.
@Struct("remote_nonnull_domain")
public record RemoteDomain(String name, UUID uuid, int id) implements RemoteObject {}
