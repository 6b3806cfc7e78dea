package dev.jvirt.remote;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleType;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventCallbackRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventDeregisterAny;
import dev.jvirt.protocol.remote.DomainEventCalls.ConnectDomainEventRegisterAny;
import dev.jvirt.protocol.remote.DomainEventCallsClient;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackReboot;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventReboot;
import dev.jvirt.protocol.remote.DomainEventsHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who of this process wants to hear what happens to domains.
///
/// The daemon knows one registration for each kind of event and domain; what arrives is fanned out
/// here. Guarded by [#lock], which is held while the daemon is asked, so that an event that
/// overtakes the reply finds its registration. Handlers are called without it.
final class DomainSubscriptions implements DomainEventsHandler {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Registration> registrations = new ArrayList<>();
    private final DomainEventCallsClient calls;
    private final boolean callbackIds;

    /// @param callbackIds whether the daemon filters by domain and names each registration
    DomainSubscriptions(RemoteCaller caller, boolean callbackIds) {
        this.calls = new DomainEventCallsClient(caller);
        this.callbackIds = callbackIds;
    }

    Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        // Without callback ids the daemon sends the events of all domains.
        Optional<DomainId> wired = callbackIds ? domain : Optional.empty();
        var subscriber = new Subscriber(domain.map(DomainId::uuid), handler);
        lock.lock();
        try {
            Registration registration = find(kind, wired.map(DomainId::uuid));
            registration = registration == null ? register(kind, wired) : registration;
            registration.subscribers.add(subscriber);
            Registration joined = registration;
            return () -> unsubscribe(joined, subscriber);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Registration find(DomainEventId kind, Optional<UUID> domain) {
        for (Registration registration : registrations) {
            if (registration.kind == kind && registration.domain.equals(domain)) {
                return registration;
            }
        }
        return null;
    }

    private Registration register(DomainEventId kind, Optional<DomainId> domain) {
        int callbackId = -1;
        if (callbackIds) {
            var call =
                    new ConnectDomainEventCallbackRegisterAny(
                            kind.code(), domain.map(Identities::remote));
            callbackId = calls.connectDomainEventCallbackRegisterAny(call).callbackId();
        } else {
            calls.connectDomainEventRegisterAny(new ConnectDomainEventRegisterAny(kind.code()));
        }
        var registration = new Registration(kind, domain.map(DomainId::uuid), callbackId);
        registrations.add(registration);
        return registration;
    }

    private void unsubscribe(Registration registration, Subscriber subscriber) {
        lock.lock();
        try {
            if (!registration.subscribers.remove(subscriber)
                    || !registration.subscribers.isEmpty()) {
                return;
            }
            registrations.remove(registration);
            if (callbackIds) {
                calls.connectDomainEventCallbackDeregisterAny(
                        new ConnectDomainEventCallbackDeregisterAny(registration.callbackId));
            } else {
                calls.connectDomainEventDeregisterAny(
                        new ConnectDomainEventDeregisterAny(registration.kind.code()));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void domainEventLifecycle(DomainEventLifecycle event) {
        deliver(lifecycle(event), -1);
    }

    @Override
    public void domainEventReboot(DomainEventReboot event) {
        deliver(reboot(event), -1);
    }

    @Override
    public void domainEventCallbackLifecycle(DomainEventCallbackLifecycle event) {
        deliver(lifecycle(event.msg()), event.callbackId());
    }

    @Override
    public void domainEventCallbackReboot(DomainEventCallbackReboot event) {
        deliver(reboot(event.msg()), event.callbackId());
    }

    private void deliver(DomainEvent event, int callbackId) {
        for (Subscriber subscriber : subscribers(event, callbackId)) {
            if (subscriber.domain.isEmpty()
                    || subscriber.domain.get().equals(event.domain().uuid())) {
                subscriber.handler.accept(event);
            }
        }
    }

    private List<Subscriber> subscribers(DomainEvent event, int callbackId) {
        lock.lock();
        try {
            for (Registration registration : registrations) {
                if (registration.kind == event.kind() && registration.callbackId == callbackId) {
                    return List.copyOf(registration.subscribers);
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private static DomainEvent lifecycle(DomainEventLifecycle event) {
        return new DomainEvent.Lifecycle(
                Identities.local(event.domain()), LifecycleType.of(event.event()), event.detail());
    }

    private static DomainEvent reboot(DomainEventReboot event) {
        return new DomainEvent.Reboot(Identities.local(event.domain()));
    }

    /// What the daemon knows: one kind of event, of one domain or of all.
    private static final class Registration {
        private final DomainEventId kind;
        private final Optional<UUID> domain;
        private final int callbackId;
        private final List<Subscriber> subscribers = new ArrayList<>();

        Registration(DomainEventId kind, Optional<UUID> domain, int callbackId) {
            this.kind = kind;
            this.domain = domain;
            this.callbackId = callbackId;
        }
    }

    private static final class Subscriber {
        private final Optional<UUID> domain;
        private final Consumer<DomainEvent> handler;

        Subscriber(Optional<UUID> domain, Consumer<DomainEvent> handler) {
            this.domain = domain;
            this.handler = handler;
        }
    }
}
