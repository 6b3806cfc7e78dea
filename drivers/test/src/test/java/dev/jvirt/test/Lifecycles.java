package dev.jvirt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.Subscription;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What a connection is told of the lives of domains.
final class Lifecycles implements AutoCloseable {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Subscription subscription;

    Lifecycles(Connection connection, Optional<Domain> domain) {
        subscription =
                connection.onDomainEvent(
                        DomainEventId.LIFECYCLE, domain, event -> told.add(text(event)));
    }

    Lifecycles(Connection connection) {
        this(connection, Optional.empty());
    }

    private static String text(DomainEvent event) {
        var lifecycle = (DomainEvent.Lifecycle) event;
        LifecycleDetail detail =
                LifecycleDetail.of(lifecycle.type(), lifecycle.detail()).orElseThrow();
        return "%s %d %s".formatted(event.domain().name(), event.domain().id(), detail);
    }

    /// The next thing that is told: name, id and what happened.
    String next() {
        try {
            String next = told.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("an event").isNotNull();
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// What has been told and not looked at.
    BlockingQueue<String> rest() {
        return told;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
