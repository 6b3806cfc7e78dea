package dev.jvirt.bridge.event;

import static dev.jvirt.bridge.event.EventSink.NO_CALLBACK;

import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleType;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.domain.DomainDeviceEventsDispatch;
import dev.jvirt.protocol.domain.DomainGuestEventsDispatch;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackReboot;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventReboot;
import dev.jvirt.protocol.remote.DomainEventsDispatch;
import dev.jvirt.protocol.remote.DomainEventsHandler;
import dev.jvirt.rpc.server.EncodedEvent;
import dev.jvirt.rpc.xdr.XdrReader;
import java.util.OptionalInt;

/// What happens to domains. A message carries the id of its subscription, or, in the style of older
/// clients, none.
///
/// @param sink of what is read
public record DomainMessages(EventSink<DomainEvent> sink) implements DomainEventsHandler {
    /// Reads an event.
    ///
    /// @return false if its number is none of these
    public boolean read(int procedure, XdrReader payload) {
        return DomainEventsDispatch.dispatch(this, procedure, payload)
                || DomainGuestEventsDispatch.dispatch(
                        new GuestEventReader(sink), procedure, payload)
                || DomainDeviceEventsDispatch.dispatch(
                        new DeviceEventReader(sink), procedure, payload);
    }

    /// Encodes an event, for all whose subscriptions have the same id.
    ///
    /// @param callback id of the subscription; empty for a client that registered in the older
    /// style, which there is for the kinds up to [DomainEvent.DeviceRemoved]
    public static EncodedEvent encode(OptionalInt callback, DomainEvent event) {
        return EncodedEvent.of(target -> new DomainEventWriter(target, callback).write(event));
    }

    @Override
    public void domainEventLifecycle(DomainEventLifecycle m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackLifecycle(DomainEventCallbackLifecycle m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventLifecycle m) {
        return new DomainEvent.Lifecycle(
                Identities.local(m.domain()), LifecycleType.of(m.event()), m.detail());
    }

    @Override
    public void domainEventReboot(DomainEventReboot m) {
        sink.happened(NO_CALLBACK, local(m));
    }

    @Override
    public void domainEventCallbackReboot(DomainEventCallbackReboot m) {
        sink.happened(m.callbackId(), local(m.msg()));
    }

    private static DomainEvent local(DomainEventReboot m) {
        return new DomainEvent.Reboot(Identities.local(m.domain()));
    }
}
