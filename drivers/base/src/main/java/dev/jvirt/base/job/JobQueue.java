package dev.jvirt.base.job;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The jobs of one domain: one at a time, in the order in which they were asked for, each with a
/// deadline.
///
/// Beside an asynchronous job run those that it allows. Guarded by [#lock], which nobody holds
/// while waiting.
public final class JobQueue {
    private final Duration deadline;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiter> waiting = new ArrayList<>();
    private @Nullable Job running;
    private @Nullable Job background;

    /// One who waits, and what it gets.
    private record Waiter(
            JobKind kind, String holder, Set<JobKind> beside, CompletableFuture<Job> granted) {}

    /// A queue in which nobody waits longer than `deadline`.
    public JobQueue(Duration deadline) {
        this(deadline, InstantSource.system());
    }

    /// The same with a clock of the caller's.
    public JobQueue(Duration deadline, InstantSource clock) {
        this.deadline = deadline;
        this.clock = clock;
    }

    /// Takes the job as soon as nobody else has it.
    ///
    /// @param holder the C function of the API call, named to whoever waits for it
    /// @throws LibvirtException OPERATION_TIMEOUT, naming the holder, if the deadline passes first
    public Job acquire(JobKind kind, String holder) {
        return acquire(kind, holder, Set.of(JobKind.QUERY));
    }

    /// Takes an asynchronous job.
    ///
    /// @param beside what may run while it does
    /// @throws LibvirtException OPERATION_TIMEOUT, naming the holder, if the deadline passes first
    public Job acquire(JobKind kind, String holder, Set<JobKind> beside) {
        var waiter = new Waiter(kind, holder, beside, new CompletableFuture<>());
        enqueue(waiter);
        try {
            return waiter.granted().get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return giveUp(waiter, timeout(late));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return giveUp(
                    waiter,
                    new LibvirtException(
                            ErrorCode.OPERATION_ABORTED,
                            "interrupted while waiting for the domain's job",
                            interrupted));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The job, if nobody has it and nobody waits for it.
    public Optional<Job> tryAcquire(JobKind kind, String holder) {
        var waiter = new Waiter(kind, holder, Set.of(JobKind.QUERY), new CompletableFuture<>());
        lock.lock();
        try {
            if (!waiting.isEmpty() || !isFree(kind)) {
                return Optional.empty();
            }
            return Optional.of(grant(waiter));
        } finally {
            lock.unlock();
        }
    }

    /// Who holds the job now; the asynchronous one if there is no other.
    public Optional<Job> holder() {
        lock.lock();
        try {
            return Optional.ofNullable(running != null ? running : background);
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(Waiter waiter) {
        lock.lock();
        try {
            waiting.add(waiter);
            serve();
        } finally {
            lock.unlock();
        }
    }

    /// Lets in whoever can be let in, who asked first before the others.
    private void serve() {
        int next = 0;
        while (next < waiting.size()) {
            Waiter waiter = waiting.get(next);
            if (isFree(waiter.kind())) {
                waiting.remove(next);
                waiter.granted().complete(grant(waiter));
                next = 0;
            } else {
                next++;
            }
        }
    }

    private boolean isFree(JobKind kind) {
        if (running != null) {
            return false;
        }
        return background == null || background.allows(kind);
    }

    private Job grant(Waiter waiter) {
        var job = new Job(this, waiter.kind(), waiter.holder(), clock.instant(), waiter.beside());
        if (waiter.kind() == JobKind.ASYNC) {
            background = job;
        } else {
            running = job;
        }
        return job;
    }

    /// @return the job, if it was granted at the last moment
    private Job giveUp(Waiter waiter, LibvirtException reason) {
        lock.lock();
        try {
            if (waiting.remove(waiter)) {
                throw reason;
            }
            return waiter.granted().join();
        } finally {
            lock.unlock();
        }
    }

    private LibvirtException timeout(TimeoutException cause) {
        String held =
                holder().map(job -> "%s for %d s".formatted(job.holder(), age(job)))
                        .orElse("nobody");
        return new LibvirtException(
                ErrorCode.OPERATION_TIMEOUT,
                "cannot acquire state change lock (held by monitor=%s)".formatted(held),
                cause);
    }

    private long age(Job job) {
        return Duration.between(job.since(), clock.instant()).toSeconds();
    }

    void release(Job job) {
        lock.lock();
        try {
            if (running == job) {
                running = null;
            } else if (background == job) {
                background = null;
            }
            serve();
        } finally {
            lock.unlock();
        }
    }
}
