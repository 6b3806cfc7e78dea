package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;
import java.util.UUID;

/// Which network is meant.
@Struct("remote_nonnull_network")
public record RemoteNetwork(String name, UUID uuid) implements RemoteObject {}
