package dev.jvirt.protocol.network;

import dev.jvirt.protocol.remote.RemoteNetwork;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import java.util.Optional;

/// What happens to networks.
@Wire(Program.REMOTE)
public interface NetworkEvents {
    /// A network was defined, started, stopped, ...
    @Event(number = 315)
    record NetworkEventLifecycle(int callbackId, RemoteNetwork network, int event, int detail) {}

    /// The metadata of a network changed.
    @Event(number = 446)
    record NetworkEventCallbackMetadataChange(
            int callbackId, RemoteNetwork network, int type, Optional<String> nsuri) {}
}
