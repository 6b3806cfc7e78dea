package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLoopTest {
    private final EventLoop events = new EventLoop();

    private CompletableFuture<Thread> started(CountDownLatch running) {
        var ended = new CompletableFuture<Thread>();
        events.deliver(running::countDown);
        Thread.ofPlatform()
                .start(
                        () -> {
                            try {
                                events.run();
                                ended.complete(Thread.currentThread());
                            } catch (InterruptedException e) {
                                ended.completeExceptionally(e);
                            }
                        });
        return ended;
    }

    @Test
    void newsAreToldInTheirOrderByTheThreadOfTheLoop() throws InterruptedException {
        var told = new ArrayList<Object>();
        var running = new CountDownLatch(1);
        events.deliver(() -> told.add(Thread.currentThread()));
        events.deliver(() -> told.add("second"));
        var ended = started(running);
        running.await();

        events.stop();

        assertThat(told).isEqualTo(List.of(ended.join(), "second"));
    }

    @Test
    void oneCallTellsOnePieceOfNews() {
        var told = new ArrayList<String>();
        events.deliver(() -> told.add("first"));
        events.deliver(() -> told.add("second"));

        events.runOnce();

        assertThat(told).containsExactly("first");
    }

    @Test
    void anInterruptedLoopEnds() {
        Thread.currentThread().interrupt();

        assertThat(catchThrowableOfType(InterruptedException.class, events::run)).isNotNull();
    }

    @Test
    void oneCallIsNotInterrupted() {
        var told = new ArrayList<String>();
        events.deliver(() -> told.add("first"));
        Thread.currentThread().interrupt();

        events.runOnce();

        assertThat(told).containsExactly("first");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noListenersWithoutTheEventLoop() {
        assertThat(events.isInitialised()).isFalse();

        events.initialise();

        assertThat(events.isInitialised()).isTrue();
    }
}
