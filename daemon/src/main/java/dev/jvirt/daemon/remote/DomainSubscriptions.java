package dev.jvirt.daemon.remote;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackReboot;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventReboot;
import dev.jvirt.protocol.remote.DomainEventsSender;
import dev.jvirt.rpc.server.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/// The domain events that one client wants. Guarded by [#lock].
///
/// A message is sent in the style in which the client registered: with the number of the
/// registration in front, or without.
final class DomainSubscriptions {
    private static final int LAST_WITHOUT_CALLBACK = DomainEventId.DEVICE_REMOVED.code();
    private static final int LAST = DomainEventId.MEMORY_DEVICE_SIZE_CHANGE.code();

    private final ServerConnection client;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Registration> registrations = new ArrayList<>();
    private int nextCallback;
    private boolean closed;

    private record Registration(int callback, int event, Subscription subscription) {}

    DomainSubscriptions(ServerConnection client) {
        this.client = client;
    }

    /// Registers for one kind of event of all domains, in the style without callback id.
    void register(Connection connection, int event) {
        checkKind(event, LAST_WITHOUT_CALLBACK);
        add(connection, Optional.empty(), event, false);
    }

    /// Registers for one kind of event, in the style with callback id.
    ///
    /// @return the callback id
    int registerCallback(Connection connection, Optional<Domain> domain, int event) {
        checkKind(event, LAST);
        return add(connection, domain, event, true);
    }

    private int add(
            Connection connection, Optional<Domain> domain, int event, boolean withCallback) {
        lock.lock();
        try {
            int callback = nextCallback++;
            OptionalInt sent = withCallback ? OptionalInt.of(callback) : OptionalInt.empty();
            Subscription subscription =
                    connection.onDomainEvent(
                            DomainEventId.of(event), domain, happened -> send(sent, happened));
            if (closed) {
                subscription.close();
            } else {
                registrations.add(new Registration(callback, event, subscription));
            }
            return callback;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the first registration for that kind of event.
    void deregister(int event) {
        checkKind(event, LAST_WITHOUT_CALLBACK);
        lock.lock();
        try {
            for (int i = 0; i < registrations.size(); i++) {
                if (registrations.get(i).event() == event) {
                    registrations.remove(i).subscription().close();
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
        throw WireErrors.internal("domain event %d not registered".formatted(event));
    }

    /// Ends the registration with that callback id.
    void deregisterCallback(int callback) {
        lock.lock();
        try {
            for (int i = 0; i < registrations.size(); i++) {
                if (registrations.get(i).callback() == callback) {
                    registrations.remove(i).subscription().close();
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
        throw WireErrors.internal("domain event callback %d not registered".formatted(callback));
    }

    /// Ends all registrations.
    ///
    /// @param forGood whether none may follow
    void clear(boolean forGood) {
        lock.lock();
        try {
            closed |= forGood;
            for (Registration registration : registrations) {
                registration.subscription().close();
            }
            registrations.clear();
        } finally {
            lock.unlock();
        }
    }

    private static void checkKind(int event, int last) {
        if (event < 0 || event > last) {
            throw WireErrors.internal("unsupported event ID %d".formatted(event));
        }
    }

    private void send(OptionalInt callback, DomainEvent event) {
        switch (event) {
            case DomainEvent.Lifecycle lifecycle -> send(callback, lifecycle);
            case DomainEvent.Reboot reboot -> send(callback, reboot);
        }
    }

    private void send(OptionalInt callback, DomainEvent.Lifecycle event) {
        var message =
                new DomainEventLifecycle(
                        Identities.remote(event.domain()), event.type().code(), event.detail());
        if (callback.isEmpty()) {
            DomainEventsSender.domainEventLifecycle(client, message);
        } else {
            DomainEventsSender.domainEventCallbackLifecycle(
                    client, new DomainEventCallbackLifecycle(callback.getAsInt(), message));
        }
    }

    private void send(OptionalInt callback, DomainEvent.Reboot event) {
        var message = new DomainEventReboot(Identities.remote(event.domain()));
        if (callback.isEmpty()) {
            DomainEventsSender.domainEventReboot(client, message);
        } else {
            DomainEventsSender.domainEventCallbackReboot(
                    client, new DomainEventCallbackReboot(callback.getAsInt(), message));
        }
    }
}
