package dev.jvirt.daemon.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventCallbackLifecycle;
import dev.jvirt.protocol.remote.DomainEvents.DomainEventLifecycle;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatestEventTest {
    private final LatestEvent latest = new LatestEvent();

    private static DomainEvent started(int id) {
        return new DomainEvent.Lifecycle(
                new DomainId("web", new UUID(0, 1), id), LifecycleDetail.STARTED_BOOTED);
    }

    @Test
    void whoeverNumbersItAlikeSharesIt() {
        var first = latest.encoded(OptionalInt.of(3), started(1));

        assertThat(latest.encoded(OptionalInt.of(3), started(1))).isSameAs(first);
        assertThat(first.message())
                .isInstanceOfSatisfying(
                        DomainEventCallbackLifecycle.class,
                        message -> assertThat(message.callbackId()).isEqualTo(3));
    }

    @Test
    void otherNumbersAndOtherEventsAreEncodedAnew() {
        latest.encoded(OptionalInt.of(3), started(1));

        assertThat(latest.encoded(OptionalInt.of(4), started(1)).message())
                .isInstanceOfSatisfying(
                        DomainEventCallbackLifecycle.class,
                        message -> assertThat(message.callbackId()).isEqualTo(4));
        assertThat(latest.encoded(OptionalInt.empty(), started(1)).message())
                .isInstanceOf(DomainEventLifecycle.class);
        assertThat(latest.encoded(OptionalInt.empty(), started(2)).message())
                .isInstanceOfSatisfying(
                        DomainEventLifecycle.class,
                        message -> assertThat(message.domain().id()).isEqualTo(2));
    }
}
