package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;

/// What happens to secrets.
@Wire(Program.REMOTE)
public interface SecretEvents {
    /// A secret was defined or undefined.
    @Event(number = 382)
    record SecretEventLifecycle(int callbackId, RemoteSecret secret, int event, int detail) {}

    /// A secret has another value.
    @Event(number = 383)
    record SecretEventValueChanged(int callbackId, RemoteSecret secret) {}
}
