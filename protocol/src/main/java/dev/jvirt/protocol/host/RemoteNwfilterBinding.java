package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;

/// Which binding of a network filter is meant.
@Struct("remote_nonnull_nwfilter_binding")
public record RemoteNwfilterBinding(String portdev, String filtername) implements RemoteObject {}
