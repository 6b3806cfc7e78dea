package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.Optional;

/// Subscribing to what happens to domains, in the three styles that libvirt grew. The last one
/// filters in the server and names a subscription by its callback id.
@Wire(Program.REMOTE)
public interface DomainEventCalls {
    /// virConnectDomainEventRegister: life cycle events of all domains, messages without callback
    /// id.
    @Procedure(
            number = 105,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainEventRegister() {
        public record Reply(int cbRegistered) {}
    }

    /// virConnectDomainEventDeregister
    @Procedure(
            number = 106,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainEventDeregister() {
        public record Reply(int cbRegistered) {}
    }

    /// virConnectDomainEventRegisterAny: one kind of event of all domains, messages without
    /// callback id.
    @Procedure(
            number = 167,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainEventRegisterAny(int eventId) {}

    /// virConnectDomainEventDeregisterAny
    @Procedure(
            number = 168,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainEventDeregisterAny(int eventId) {}

    /// virConnectDomainEventRegisterAny: one kind of event, of one domain or of all.
    @Procedure(
            number = 316,
            acl = "connect:search_domains",
            filter = "domain:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainEventCallbackRegisterAny(int eventId, Optional<RemoteDomain> domain) {
        public record Reply(int callbackId) {}
    }

    /// virConnectDomainEventDeregisterAny
    @Procedure(
            number = 317,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectDomainEventCallbackDeregisterAny(int callbackId) {}
}
