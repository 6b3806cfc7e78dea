package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;

/// Which device of the host is meant.
@Struct("remote_nonnull_node_device")
public record RemoteNodeDevice(String name) implements RemoteObject {}
