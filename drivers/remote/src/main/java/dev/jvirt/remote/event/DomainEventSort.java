package dev.jvirt.remote.event;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.event.EventSink;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCallsClient;
import java.util.Optional;

/// Events of domains.
///
/// @param callbackIds whether the daemon filters by domain and names each registration; an older
/// one sends the events of all domains, without a name
record DomainEventSort(DomainEventCallsClient calls, boolean callbackIds)
        implements EventSort<DomainEventId, DomainId, DomainEvent> {
    @Override
    public int register(DomainEventId kind, Optional<DomainId> domain) {
        if (callbackIds) {
            return calls.connectDomainEventCallbackRegisterAny(
                            new ConnectDomainEventCallbackRegisterAny(
                                    kind.code(), domain.map(Identities::remote)))
                    .callbackId();
        }
        calls.connectDomainEventRegisterAny(new ConnectDomainEventRegisterAny(kind.code()));
        return EventSink.NO_CALLBACK;
    }

    @Override
    public void deregister(DomainEventId kind, int callbackId) {
        if (callbackIds) {
            calls.connectDomainEventCallbackDeregisterAny(
                    new ConnectDomainEventCallbackDeregisterAny(callbackId));
        } else {
            calls.connectDomainEventDeregisterAny(new ConnectDomainEventDeregisterAny(kind.code()));
        }
    }

    @Override
    public boolean isOf(DomainEventId kind, DomainEvent event) {
        return kind.type() == event.getClass();
    }

    @Override
    public DomainId object(DomainEvent event) {
        return event.domain();
    }

    @Override
    public Object key(DomainId domain) {
        return domain.uuid();
    }

    @Override
    public boolean filters() {
        return callbackIds;
    }
}
