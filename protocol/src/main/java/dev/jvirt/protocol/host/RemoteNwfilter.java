package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;
import java.util.UUID;

/// Which network filter is meant.
@Struct("remote_nonnull_nwfilter")
public record RemoteNwfilter(String name, UUID uuid) implements RemoteObject {}
