package dev.jvirt.daemon.remote;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.PromptHandler;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregister;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegister;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCallsHandler;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Subscriptions to what happens to domains. A message is sent in the style in which the client
/// registered: with the number of the registration in front, or without.
record DomainEventProgram(RemoteSession session) implements DomainEventCallsHandler {
    private static final LatestEvent LATEST = new LatestEvent();
    private static final int LAST_WITHOUT_CALLBACK = DomainEventId.DEVICE_REMOVED.code();

    @Override
    public ConnectDomainEventRegister.Reply connectDomainEventRegister() {
        register(session.connection(), DomainEventId.LIFECYCLE);
        return new ConnectDomainEventRegister.Reply(0);
    }

    @Override
    public ConnectDomainEventDeregister.Reply connectDomainEventDeregister() {
        session.connection();
        session.events().domains().removeKind(DomainEventId.LIFECYCLE.code());
        return new ConnectDomainEventDeregister.Reply(0);
    }

    @Override
    public void connectDomainEventRegisterAny(ConnectDomainEventRegisterAny message) {
        register(session.connection(), kind(message.eventId(), LAST_WITHOUT_CALLBACK));
    }

    @Override
    public void connectDomainEventDeregisterAny(ConnectDomainEventDeregisterAny message) {
        session.connection();
        int event = kind(message.eventId(), LAST_WITHOUT_CALLBACK).code();
        session.events().domains().removeKind(event);
    }

    private void register(Connection connection, DomainEventId kind) {
        session.events()
                .domains()
                .add(
                        kind.code(),
                        _ ->
                                connection.onDomainEvent(
                                        kind, Optional.empty(), send(OptionalInt.empty())));
    }

    @Override
    public ConnectDomainEventCallbackRegisterAny.Reply connectDomainEventCallbackRegisterAny(
            ConnectDomainEventCallbackRegisterAny message) {
        var connection = session.connection();
        var kind = kind(message.eventId(), Integer.MAX_VALUE);
        var domain = message.domain().map(named -> connection.domain(Identities.local(named)));
        return new ConnectDomainEventCallbackRegisterAny.Reply(
                registerCallback(connection, kind, domain));
    }

    private int registerCallback(
            Connection connection, DomainEventId kind, Optional<Domain> domain) {
        return session.events()
                .domains()
                .add(
                        kind.code(),
                        callback ->
                                connection.onDomainEvent(
                                        kind, domain, send(OptionalInt.of(callback))));
    }

    /// To send is to queue at most; only a policy that is asked first may take its time.
    private Consumer<DomainEvent> send(OptionalInt callback) {
        var client = session.events().client();
        PromptHandler<DomainEvent> send =
                event -> client.sendEvent(LATEST.encoded(callback, event));
        return CallAccess.visible(send, DomainEvent::domain);
    }

    @Override
    public void connectDomainEventCallbackDeregisterAny(
            ConnectDomainEventCallbackDeregisterAny message) {
        session.connection();
        session.events().domains().remove(message.callbackId());
    }

    private static DomainEventId kind(int event, int last) {
        return DomainEventId.of(event)
                .filter(kind -> kind.code() <= last)
                .orElseThrow(() -> unsupported(event));
    }

    private static LibvirtException unsupported(int event) {
        return WireErrors.internal("unsupported event ID %d".formatted(event));
    }
}
