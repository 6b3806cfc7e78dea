package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;

/// Which interface of the host is meant.
@Struct("remote_nonnull_interface")
public record RemoteInterface(String name, String mac) implements RemoteObject {}
