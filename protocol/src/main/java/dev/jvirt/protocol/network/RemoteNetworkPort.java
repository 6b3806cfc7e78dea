package dev.jvirt.protocol.network;

import dev.jvirt.protocol.remote.RemoteNetwork;
import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;
import java.util.UUID;

/// Which port of a network is meant.
@Struct("remote_nonnull_network_port")
public record RemoteNetworkPort(RemoteNetwork network, UUID uuid) implements RemoteObject {}
