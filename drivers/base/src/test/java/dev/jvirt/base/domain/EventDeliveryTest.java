package dev.jvirt.base.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.api.event.PromptHandler;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventDeliveryTest {
    private final DomainEvents events = new DomainEvents();
    private final EventDelivery delivery = new EventDelivery(events);
    private final BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();

    private static DomainEvent event(int number) {
        return new DomainEvent.Lifecycle(
                new DomainId("domain", Definitions.uuid(number), number),
                LifecycleDetail.STARTED_BOOTED);
    }

    private Subscription subscribe(Consumer<DomainEvent> handler) {
        return delivery.subscribe(DomainEventId.LIFECYCLE, Optional.empty(), handler);
    }

    private void see(DomainEvent event) {
        seen.add(event.domain().id());
    }

    private int next() throws InterruptedException {
        Integer number = seen.poll(30, TimeUnit.SECONDS);
        assertThat(number).as("an event").isNotNull();
        return number;
    }

    @Test
    void eventsComeInOrderOnAnotherThread() throws InterruptedException {
        var threads = new LinkedBlockingQueue<Thread>();
        subscribe(
                event -> {
                    threads.add(Thread.currentThread());
                    see(event);
                });

        for (int i = 0; i < 100; i++) {
            events.emit(event(i));
        }

        for (int i = 0; i < 100; i++) {
            assertThat(next()).isEqualTo(i);
        }
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void aPromptHandlerIsCalledByWhoeverEmits() {
        PromptHandler<DomainEvent> failing =
                _ -> {
                    throw new IllegalStateException("on purpose");
                };
        PromptHandler<DomainEvent> prompt = this::see;
        subscribe(failing);
        var subscription = subscribe(prompt);

        events.emit(event(1));
        subscription.close();
        events.emit(event(2));

        assertThat(seen).containsExactly(1);
    }

    @Test
    void aSlowHandlerHoldsUpNobodyWhoEmits() throws InterruptedException {
        var enough = new CountDownLatch(1);
        subscribe(
                event -> {
                    try {
                        enough.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    see(event);
                });

        events.emit(event(1));
        events.emit(event(2));
        assertThat(seen).isEmpty();
        enough.countDown();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
    }

    @Test
    void aHandlerMayEmit() throws InterruptedException {
        subscribe(
                event -> {
                    see(event);
                    if (event.domain().id() < 3) {
                        events.emit(event(event.domain().id() + 1));
                    }
                });

        events.emit(event(1));

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        assertThat(next()).isEqualTo(3);
    }

    @Test
    void aHandlerThatFailsKeepsNobodyFromTheEvents() throws InterruptedException {
        subscribe(
                _ -> {
                    throw new IllegalStateException("a test's handler");
                });
        subscribe(this::see);

        events.emit(event(1));
        events.emit(event(2));

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
    }

    @Test
    void nothingIsDeliveredAfterTheSubscriptionEnded() throws InterruptedException {
        var entered = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var first = new ArrayList<Integer>();
        var ended =
                subscribe(
                        event -> {
                            first.add(event.domain().id());
                            entered.countDown();
                            try {
                                closed.await();
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                            }
                        });
        subscribe(this::see);
        events.emit(event(1));
        events.emit(event(2));
        entered.await();

        ended.close();
        closed.countDown();

        assertThat(next()).isEqualTo(1);
        assertThat(next()).isEqualTo(2);
        assertThat(first).containsExactly(1);
    }

    @Test
    void nothingIsDeliveredAfterTheConnectionEnded() throws InterruptedException {
        subscribe(this::see);
        var other = new EventDelivery(events);
        var others = new LinkedBlockingQueue<Integer>();
        other.subscribe(
                DomainEventId.LIFECYCLE,
                Optional.empty(),
                event -> others.add(event.domain().id()));

        delivery.close();
        delivery.close();
        events.emit(event(1));

        assertThat(others.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(seen).isEmpty();
        other.close();
    }
}
