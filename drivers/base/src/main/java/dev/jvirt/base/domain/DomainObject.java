package dev.jvirt.base.domain;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.base.job.JobQueue;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// One domain: what it publishes, and the queue of those who want to change it.
///
/// Changes are single swaps of the published value, guarded by [#changing]. Whoever starts, stops
/// or defines the domain holds its job; what the hypervisor reports by itself is published without
/// it.
public final class DomainObject {
    private final UUID uuid;
    private final JobQueue jobs;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile PublishedDomain published;
    private volatile boolean removed;

    private DomainObject(PublishedDomain first, JobQueue jobs) {
        this.uuid = first.identity().uuid();
        this.jobs = jobs;
        this.published = first;
    }

    /// A domain that does not run.
    ///
    /// @param definition with a UUID
    /// @param persistent whether it is defined; otherwise it is about to start
    public static DomainObject shutOff(
            DomainDefinition definition, boolean persistent, JobQueue jobs) {
        var status = new DomainStatus(DomainState.SHUTOFF, ShutoffReason.UNKNOWN);
        return new DomainObject(
                new PublishedDomain(
                        definition.withId(OptionalInt.empty()),
                        Optional.empty(),
                        status,
                        persistent,
                        false,
                        false),
                jobs);
    }

    /// What everybody may know now.
    public PublishedDomain published() {
        return published;
    }

    /// What never changes.
    public UUID uuid() {
        return uuid;
    }

    /// What travels to name it.
    public DomainId identity() {
        return published().identity();
    }

    /// Its name now.
    public String name() {
        return published().current().name();
    }

    /// Its state and why it is in it.
    public DomainStatus status() {
        return published().status();
    }

    /// Whether it runs.
    public boolean isActive() {
        return published().isActive();
    }

    /// Who may change it.
    public JobQueue jobs() {
        return jobs;
    }

    /// Whether it has left its list: whoever waited for its job finds it gone.
    public boolean isRemoved() {
        return removed;
    }

    void remove() {
        removed = true;
    }

    /// It is in a state now.
    public void publish(DomainState state, DomainStateReason reason) {
        change(now -> now.withStatus(new DomainStatus(state, reason)));
    }

    /// It runs now, or is about to.
    ///
    /// @param live its definition, with an id
    public void start(DomainDefinition live, DomainStatus status) {
        requireId(live);
        change(
                now ->
                        new PublishedDomain(
                                live,
                                now.persistent() ? Optional.of(now.inactive()) : Optional.empty(),
                                status,
                                now.persistent(),
                                now.autostart(),
                                false));
    }

    /// The definition of the running domain changed.
    public void live(DomainDefinition live) {
        requireId(live);
        change(now -> now.withCurrent(live));
    }

    /// Something in the definition of the running domain changed. Whatever else changes it at the
    /// same time is kept; `change` may be asked more than once.
    public void live(UnaryOperator<DomainDefinition> change) {
        change(now -> now.isActive() ? now.withCurrent(change.apply(now.current())) : now);
    }

    /// What it will be when it starts next is different now.
    public void next(DomainDefinition definition) {
        DomainDefinition inactive = definition.withId(OptionalInt.empty());
        change(now -> now.isActive() ? now.withNext(inactive) : now.withCurrent(inactive));
    }

    private static void requireId(DomainDefinition live) {
        if (live.id().isEmpty()) {
            throw new IllegalArgumentException("a running domain has an id");
        }
    }

    /// It does not run any more.
    public void stop(DomainState state, DomainStateReason reason) {
        change(
                now ->
                        new PublishedDomain(
                                now.inactive().withId(OptionalInt.empty()),
                                Optional.empty(),
                                new DomainStatus(state, reason),
                                now.persistent(),
                                now.autostart(),
                                now.updated()));
    }

    /// It was defined, or defined anew.
    public void define(DomainDefinition definition) {
        DomainDefinition inactive = definition.withId(OptionalInt.empty());
        change(
                now ->
                        new PublishedDomain(
                                now.isActive() ? now.current() : inactive,
                                now.isActive() ? Optional.of(inactive) : Optional.empty(),
                                now.status(),
                                true,
                                now.autostart(),
                                now.isActive()));
    }

    /// Its definition is gone; it goes on until it stops.
    public void undefine() {
        change(
                now ->
                        new PublishedDomain(
                                now.current(),
                                Optional.empty(),
                                now.status(),
                                false,
                                false,
                                false));
    }

    /// Whether it starts with the host.
    public void autostart(boolean wanted) {
        change(now -> now.withAutostart(wanted));
    }

    /// The guest has so much memory now, in KiB.
    public void currentMemory(long kib) {
        change(
                now ->
                        now.withCurrent(
                                now.current().withMemory(now.current().memory().withCurrent(kib))));
    }

    void rename(String name) {
        change(now -> now.withCurrent(now.current().withName(name)));
    }

    private void change(UnaryOperator<PublishedDomain> change) {
        changing.lock();
        try {
            published = change.apply(published);
        } finally {
            changing.unlock();
        }
    }
}
