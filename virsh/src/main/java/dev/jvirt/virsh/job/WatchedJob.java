package dev.jvirt.virsh.job;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.JobInfo;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.virsh.Hypervisor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A call that takes long, made beside the display of how far it is. An interrupt aborts the job in
/// the domain; the call then fails.
public final class WatchedJob {
    private static final long INTERVAL_MILLIS = 500;

    private final Hypervisor hypervisor;
    private final Domain domain;
    private final String label;
    private final boolean verbose;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;
    private long timeoutMillis;
    private Runnable onTimeout = () -> {};

    /// @param label what the display says of the job
    /// @param verbose whether there is a display
    public WatchedJob(Hypervisor hypervisor, Domain domain, String label, boolean verbose) {
        this.hypervisor = hypervisor;
        this.domain = domain;
        this.label = label;
        this.verbose = verbose;
    }

    /// Runs `action` once if the call takes longer.
    ///
    /// @param millis 0 for never
    WatchedJob afterTimeout(long millis, Runnable action) {
        timeoutMillis = millis;
        onTimeout = action;
        return this;
    }

    /// Makes the call and waits for its end.
    ///
    /// @throws RuntimeException what the call threw
    public void run(Runnable call) {
        Thread.ofPlatform().daemon().name("job").start(() -> call(call));
        try (Subscription _ = hypervisor.shell().onInterrupt(this::abort)) {
            await();
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        if (verbose) {
            JobProgress.print(hypervisor.output(), label, 0, 1);
        }
    }

    private void call(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            done.countDown();
        }
    }

    private void await() {
        long start = System.nanoTime();
        boolean timedOut = false;
        try {
            while (!done.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                if (timeoutMillis > 0 && millis > timeoutMillis && !timedOut) {
                    timedOut = true;
                    onTimeout.run();
                }
                if (verbose) {
                    show();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abort();
        }
    }

    private void show() {
        try {
            JobInfo info = domain.statistics().job();
            JobProgress.print(
                    hypervisor.output(), label, info.data().remaining(), info.data().total());
        } catch (LibvirtException e) {
            hypervisor.shell().forget();
        }
    }

    private void abort() {
        try {
            domain.statistics().abortJob(Flags.none());
        } catch (LibvirtException e) {
            // It ended just now, or cannot be aborted; the call itself tells how it went.
        }
    }
}
