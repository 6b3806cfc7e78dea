package dev.jvirt.virsh.job;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.BlockJob;
import dev.jvirt.api.domain.DomainBlockJobAbortFlag;
import dev.jvirt.api.event.BlockJobStatus;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A wait until the job of a disk has ended, or is ready to be ended. An interrupt or the end of
/// the time aborts the job.
final class BlockJobWait implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 500;

    /// How often a job that is at its end is asked again before it counts as ready without an
    /// event.
    private static final int PATIENCE = 5;

    private final Hypervisor hypervisor;
    private final Domain domain;
    private final String disk;
    private final String label;
    private final boolean verbose;
    private final int timeoutMillis;
    private final Flags<DomainBlockJobAbortFlag> abortFlags;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final CountDownLatch changed = new CountDownLatch(1);
    private final int kinds;
    private volatile @Nullable BlockJobStatus status;
    private volatile boolean interrupted;
    private int patience = PATIENCE;

    /// Begins to listen; the job is started afterwards.
    ///
    /// @param label what the display says of the job
    BlockJobWait(Hypervisor hypervisor, Domain domain, String disk, String label, Words words) {
        this.hypervisor = hypervisor;
        this.domain = domain;
        this.disk = disk;
        this.label = label;
        verbose = words.has("verbose");
        timeoutMillis = words.timeoutMillis().orElse(0);
        abortFlags = words.has("async") ? Flags.of(DomainBlockJobAbortFlag.ASYNC) : Flags.none();
        listen(DomainEventId.BLOCK_JOB);
        listen(DomainEventId.BLOCK_JOB_2);
        kinds = subscriptions.size();
    }

    private void listen(DomainEventId kind) {
        try {
            subscriptions.add(
                    hypervisor
                            .connection()
                            .onDomainEvent(kind, Optional.of(domain), this::changed));
        } catch (LibvirtException e) {
            // Some drivers have no such events; then the job itself is asked.
            hypervisor.shell().forget();
        }
    }

    private void changed(DomainEvent event) {
        BlockJobStatus known =
                switch (event) {
                    case DomainEvent.BlockJob job when job.path().equals(disk) -> job.status();
                    case DomainEvent.BlockJob2 job when job.target().equals(disk) -> job.status();
                    default -> null;
                };
        if (known != null) {
            status = known;
            changed.countDown();
        }
    }

    /// Waits.
    ///
    /// @return how the job stands
    BlockJobStatus await() {
        BlockJobStatus end;
        try (Subscription _ = hypervisor.shell().onInterrupt(this::interrupt)) {
            end = poll();
        }
        if (verbose && (end == BlockJobStatus.COMPLETED || end == BlockJobStatus.READY)) {
            JobProgress.print(hypervisor.output(), label, 0, 1);
        }
        return end;
    }

    private void interrupt() {
        interrupted = true;
        changed.countDown();
    }

    private BlockJobStatus poll() {
        long start = System.nanoTime();
        long shown = -1;
        while (true) {
            Optional<BlockJob> job =
                    Attempt.get(
                            "failed to query job for disk " + disk,
                            () -> domain.disks().job(disk, Flags.none()));
            BlockJobStatus told = status;
            if (told != null) {
                return told;
            }
            if (kinds < 2) {
                Optional<BlockJobStatus> guess = guess(job);
                if (guess.isPresent()) {
                    return guess.get();
                }
            }
            if (verbose && job.isPresent() && job.get().current() != shown) {
                shown = job.get().current();
                long end = job.get().end();
                JobProgress.print(hypervisor.output(), label, end - shown, end);
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (interrupted || timeoutMillis > 0 && millis > timeoutMillis) {
                Attempt.to(
                        "failed to abort job for disk '" + disk + "'",
                        () -> domain.disks().abortJob(disk, abortFlags));
                return BlockJobStatus.CANCELED;
            }
            pause();
        }
    }

    /// How the job stands as far as it tells itself.
    private Optional<BlockJobStatus> guess(Optional<BlockJob> job) {
        if (job.isEmpty()) {
            return Optional.of(BlockJobStatus.COMPLETED);
        }
        boolean done = job.get().current() == job.get().end();
        boolean sure = done && (kinds == 0 || --patience == 0);
        return sure ? Optional.of(BlockJobStatus.READY) : Optional.empty();
    }

    private void pause() {
        try {
            if (changed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS) && status == null) {
                interrupted = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
