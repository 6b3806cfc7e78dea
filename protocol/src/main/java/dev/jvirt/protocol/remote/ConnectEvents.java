package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;

/// What happens to the connection behind the server.
@Wire(Program.REMOTE)
public interface ConnectEvents {
    /// The server lost its connection to the hypervisor; `reason` is a virConnectCloseReason.
    @Event(number = 362)
    record ConnectEventConnectionClosed(int reason) {}
}
