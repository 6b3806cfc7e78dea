package dev.jvirt.base.job;

import java.time.Instant;
import java.util.Set;

/// A job that is held. Closing it lets the next one in.
public final class Job implements AutoCloseable {
    private final JobQueue queue;
    private final JobKind kind;
    private final String holder;
    private final Instant since;
    private final Set<JobKind> beside;

    Job(JobQueue queue, JobKind kind, String holder, Instant since, Set<JobKind> beside) {
        this.queue = queue;
        this.kind = kind;
        this.holder = holder;
        this.since = since;
        this.beside = beside;
    }

    /// What it does.
    public JobKind kind() {
        return kind;
    }

    /// The C function of the API call that holds it.
    public String holder() {
        return holder;
    }

    /// When it began.
    public Instant since() {
        return since;
    }

    /// Whether a job of that kind may run while this one does.
    boolean allows(JobKind other) {
        return kind == JobKind.ASYNC && beside.contains(other);
    }

    /// Ends the job; once more does nothing.
    @Override
    public void close() {
        queue.release(this);
    }
}
