package dev.jvirt.daemon.remote;

import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregister;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegister;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCallsHandler;

/// Subscriptions to what happens to domains.
record DomainEventProgram(RemoteSession session) implements DomainEventCallsHandler {

    @Override
    public ConnectDomainEventRegister.Reply connectDomainEventRegister() {
        session.domainEvents().register(session.connection(), DomainEventId.LIFECYCLE.code());
        return new ConnectDomainEventRegister.Reply(0);
    }

    @Override
    public ConnectDomainEventDeregister.Reply connectDomainEventDeregister() {
        session.connection();
        session.domainEvents().deregister(DomainEventId.LIFECYCLE.code());
        return new ConnectDomainEventDeregister.Reply(0);
    }

    @Override
    public void connectDomainEventRegisterAny(ConnectDomainEventRegisterAny message) {
        session.domainEvents().register(session.connection(), message.eventId());
    }

    @Override
    public void connectDomainEventDeregisterAny(ConnectDomainEventDeregisterAny message) {
        session.connection();
        session.domainEvents().deregister(message.eventId());
    }

    @Override
    public ConnectDomainEventCallbackRegisterAny.Reply connectDomainEventCallbackRegisterAny(
            ConnectDomainEventCallbackRegisterAny message) {
        var connection = session.connection();
        var domain = message.domain().map(named -> connection.domain(Identities.local(named)));
        return new ConnectDomainEventCallbackRegisterAny.Reply(
                session.domainEvents().registerCallback(connection, domain, message.eventId()));
    }

    @Override
    public void connectDomainEventCallbackDeregisterAny(
            ConnectDomainEventCallbackDeregisterAny message) {
        session.connection();
        session.domainEvents().deregisterCallback(message.callbackId());
    }
}
