package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;

/// What happens to domains.
@Wire(Program.REMOTE)
public interface DomainEvents {
    /// A domain was defined, started, stopped, ...: `event` is a virDomainEventType, `detail` says
    /// why.
    @Event(number = 107)
    record DomainEventLifecycle(RemoteDomain domain, int event, int detail) {}

    /// The guest rebooted.
    @Event(number = 169)
    record DomainEventReboot(RemoteDomain domain) {}

    /// [DomainEventLifecycle] for one subscription.
    @Event(number = 318)
    record DomainEventCallbackLifecycle(int callbackId, DomainEventLifecycle msg) {}

    /// [DomainEventReboot] for one subscription.
    @Event(number = 319)
    record DomainEventCallbackReboot(int callbackId, DomainEventReboot msg) {}
}
