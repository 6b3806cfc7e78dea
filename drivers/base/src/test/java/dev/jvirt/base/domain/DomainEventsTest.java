package dev.jvirt.base.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DomainEventsTest {
    private static final DomainId WEB = new DomainId("web", Definitions.uuid(1), 1);
    private static final DomainId MAIL = new DomainId("mail", Definitions.uuid(2), 2);

    private final DomainEvents events = new DomainEvents();
    private final List<DomainEvent> seen = new ArrayList<>();

    private static DomainEvent started(DomainId domain) {
        return new DomainEvent.Lifecycle(domain, LifecycleDetail.STARTED_BOOTED);
    }

    private static DomainEvent numbered(int number) {
        return started(new DomainId("domain", Definitions.uuid(number), number));
    }

    private Subscription all(Consumer<DomainEvent> handler) {
        return events.subscribe(DomainEventId.LIFECYCLE, Optional.empty(), handler);
    }

    @Test
    void subscribersGetTheKindAndTheDomainTheyAskedFor() {
        events.subscribe(DomainEventId.LIFECYCLE, Optional.of(WEB), seen::add);

        events.emit(started(MAIL));
        events.emit(new DomainEvent.Reboot(WEB));
        events.emit(started(WEB));

        assertThat(seen).containsExactly(started(WEB));
    }

    @Test
    void aDomainIsKnownByItsUuidWhateverItIsCalled() {
        events.subscribe(
                DomainEventId.LIFECYCLE,
                Optional.of(new DomainId("old", WEB.uuid(), -1)),
                seen::add);

        events.emit(started(WEB));

        assertThat(seen).containsExactly(started(WEB));
    }

    @Test
    void allSubscribersSeeEventsInTheSameOrder() throws InterruptedException {
        var first = new ArrayList<DomainEvent>();
        var second = new ArrayList<DomainEvent>();
        all(first::add);
        all(second::add);
        var threads = new ArrayList<Thread>();

        for (int i = 0; i < 8; i++) {
            int from = i * 100;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int n = 0; n < 100; n++) {
                                            events.emit(numbered(from + n));
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(first).hasSize(800).isEqualTo(second);
        for (int i = 0; i < 8; i++) {
            int from = i * 100;
            assertThat(first)
                    .extracting(event -> event.domain().id())
                    .filteredOn(id -> id >= from && id < from + 100)
                    .isSorted();
        }
    }

    @Test
    void aHandlerMayEndItsOwnSubscription() {
        var own = new AtomicReference<Subscription>(() -> {});
        own.set(
                all(
                        event -> {
                            seen.add(event);
                            Objects.requireNonNull(own.get()).close();
                        }));

        events.emit(started(WEB));
        events.emit(started(MAIL));

        assertThat(seen).containsExactly(started(WEB));
    }

    @Test
    void aHandlerMayEndAnotherSubscriptionBeforeItsTurn() {
        var other = new AtomicReference<Subscription>(() -> {});
        all(_ -> Objects.requireNonNull(other.get()).close());
        other.set(all(seen::add));

        events.emit(started(WEB));

        assertThat(seen).isEmpty();
    }

    @Test
    void whoeverSubscribesDuringAnEventGetsTheNextOne() {
        all(
                _ -> {
                    if (seen.isEmpty()) {
                        all(seen::add);
                    }
                });

        events.emit(started(WEB));
        assertThat(seen).isEmpty();
        events.emit(started(MAIL));

        assertThat(seen).contains(started(MAIL)).doesNotContain(started(WEB));
    }

    @Test
    void twoSubscriptionsOfOneHandlerEndOneByOne() {
        Consumer<DomainEvent> handler = seen::add;
        var first = all(handler);
        all(handler);

        events.emit(started(WEB));
        first.close();
        first.close();
        events.emit(started(MAIL));

        assertThat(seen).containsExactly(started(WEB), started(WEB), started(MAIL));
    }
}
