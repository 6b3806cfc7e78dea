package dev.jvirt.base.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.get());

    /// A thread that asks for a job, and waits for it by the time this returns.
    private static Thread waiting(Runnable asking) {
        Thread thread = Thread.ofVirtual().start(asking);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static LibvirtException refusal(JobQueue queue, JobKind kind) {
        return catchThrowableOfType(
                LibvirtException.class, () -> queue.acquire(kind, "virDomainSuspend"));
    }

    @Test
    void jobsComeInTheOrderInWhichTheyWereAskedFor() throws InterruptedException {
        var queue = new JobQueue(LONG);
        var served = new CopyOnWriteArrayList<Integer>();
        var threads = new ArrayList<Thread>();

        try (var _ = queue.acquire(JobKind.MODIFY, "virDomainCreate")) {
            for (int i = 0; i < 10; i++) {
                int number = i;
                JobKind kind = i % 2 == 0 ? JobKind.QUERY : JobKind.MODIFY;
                threads.add(
                        waiting(
                                () -> {
                                    try (var _ = queue.acquire(kind, "call " + number)) {
                                        served.add(number);
                                    }
                                }));
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void onlyOneJobRunsAtATime() throws InterruptedException {
        var queue = new JobQueue(LONG);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = new ArrayList<Thread>();

        for (int i = 0; i < 50; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try (var _ = queue.acquire(JobKind.MODIFY, "call")) {
                                            most.accumulateAndGet(
                                                    running.incrementAndGet(), Math::max);
                                            Thread.onSpinWait();
                                            running.decrementAndGet();
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most).hasValue(1);
        assertThat(queue.holder()).isEmpty();
    }

    @Test
    void whoeverWaitsTooLongIsToldWhoHoldsTheJobAndSinceWhen() {
        var queue = new JobQueue(SHORT, clock);
        var held = queue.acquire(JobKind.MODIFY, "virDomainCreateWithFlags");
        seconds.addAndGet(7);

        var error = refusal(queue, JobKind.QUERY);

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        assertThat(error)
                .hasMessageContaining("cannot acquire state change lock")
                .hasMessageContaining("virDomainCreateWithFlags for 7 s");
        assertThat(queue.holder()).contains(held);
    }

    @Test
    void whoeverGaveUpIsNotServedLater() {
        var queue = new JobQueue(SHORT, clock);
        var held = queue.acquire(JobKind.MODIFY, "virDomainCreate");
        assertThat(refusal(queue, JobKind.MODIFY)).isNotNull();

        held.close();

        assertThat(queue.holder()).isEmpty();
        assertThat(queue.tryAcquire(JobKind.MODIFY, "virDomainDestroy")).isPresent();
    }

    @Test
    void closingAJobAgainDoesNotEndTheNextOne() {
        var queue = new JobQueue(LONG);
        var first = queue.acquire(JobKind.MODIFY, "first");
        first.close();
        var second = queue.acquire(JobKind.MODIFY, "second");

        first.close();

        assertThat(queue.holder()).contains(second);
    }

    @Test
    void queriesRunBesideAnAsynchronousJobAndChangesWait() {
        var queue = new JobQueue(SHORT, clock);
        var migration = queue.acquire(JobKind.ASYNC, "virDomainMigratePerform3");

        try (var query = queue.acquire(JobKind.QUERY, "virDomainGetBlockInfo")) {
            assertThat(queue.holder()).contains(query);
        }
        var error = refusal(queue, JobKind.MODIFY);

        assertThat(error).hasMessageContaining("virDomainMigratePerform3");
        migration.close();
        assertThat(queue.tryAcquire(JobKind.MODIFY, "virDomainSuspend")).isPresent();
    }

    @Test
    void anAsynchronousJobSaysWhatMayRunBesideIt() {
        var queue = new JobQueue(SHORT, clock);

        try (var _ = queue.acquire(JobKind.ASYNC, "virDomainMigrate", EnumSet.of(JobKind.MODIFY))) {
            queue.acquire(JobKind.MODIFY, "virDomainSuspend").close();
            assertThat(refusal(queue, JobKind.QUERY)).isNotNull();
            assertThat(refusal(queue, JobKind.ASYNC)).isNotNull();
        }
        queue.acquire(JobKind.ASYNC, "virDomainSave", Set.of()).close();
    }

    @Test
    void aQueryOvertakesAChangeOnlyWhileAnAsynchronousJobKeepsTheChangeOut()
            throws InterruptedException {
        var queue = new JobQueue(LONG);
        var served = new CopyOnWriteArrayList<String>();
        var migration = queue.acquire(JobKind.ASYNC, "virDomainMigrate");
        Thread change = waiting(() -> serve(queue, JobKind.MODIFY, served));

        serve(queue, JobKind.QUERY, served);
        migration.close();
        change.join();

        assertThat(served).containsExactly("QUERY", "MODIFY");
    }

    private static void serve(JobQueue queue, JobKind kind, List<String> served) {
        try (var _ = queue.acquire(kind, "call")) {
            served.add(kind.name());
        }
    }

    @Test
    void whoeverTriesDoesNotPassThoseWhoWait() throws InterruptedException {
        var queue = new JobQueue(LONG);
        var held = queue.acquire(JobKind.ASYNC, "virDomainMigrate");
        var served = new CopyOnWriteArrayList<String>();
        Thread change = waiting(() -> serve(queue, JobKind.MODIFY, served));

        assertThat(queue.tryAcquire(JobKind.QUERY, "virDomainGetInfo")).isEmpty();

        held.close();
        change.join();
        assertThat(queue.tryAcquire(JobKind.QUERY, "virDomainGetInfo")).isPresent();
    }

    @Test
    void aWaiterThatIsInterruptedGivesUp() throws InterruptedException {
        var queue = new JobQueue(LONG);
        var error = new CompletableFuture<LibvirtException>();
        var stillInterrupted = new CompletableFuture<Boolean>();
        try (var _ = queue.acquire(JobKind.MODIFY, "virDomainCreate")) {
            Thread waiter =
                    waiting(
                            () -> {
                                error.complete(refusal(queue, JobKind.MODIFY));
                                stillInterrupted.complete(Thread.currentThread().isInterrupted());
                            });

            waiter.interrupt();
            waiter.join();
        }

        assertThat(error.join().code()).isEqualTo(ErrorCode.OPERATION_ABORTED);
        assertThat(stillInterrupted.join()).isTrue();
        assertThat(queue.holder()).isEmpty();
    }
}
