package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;

/// What happens to the devices of the host.
@Wire(Program.REMOTE)
public interface NodeDeviceEvents {
    /// A device of the host came or went.
    @Event(number = 376)
    record NodeDeviceEventLifecycle(int callbackId, RemoteNodeDevice dev, int event, int detail) {}

    /// A device of the host changed.
    @Event(number = 377)
    record NodeDeviceEventUpdate(int callbackId, RemoteNodeDevice dev) {}
}
