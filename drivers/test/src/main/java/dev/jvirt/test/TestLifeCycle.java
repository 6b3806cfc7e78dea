package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Lifecycle;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Defines, starts, stops and removes the domains of a world.
final class TestLifeCycle {
    private final DomainAccess access;
    private final TestWorld world;

    TestLifeCycle(DomainAccess access) {
        this.access = access;
        this.world = access.world();
    }

    DomainId createXml(DomainDefinition definition) {
        return place(
                definition,
                "virDomainCreateXML",
                domain -> {
                    requireInactive(domain, definition.name());
                    start(domain, definition);
                });
    }

    /// Goes on with a guest whose state was saved.
    DomainId restore(DomainDefinition definition) {
        return place(
                definition,
                "virDomainRestoreFlags",
                domain -> {
                    requireInactive(domain, definition.name());
                    domain.start(
                            definition.withId(OptionalInt.of(world.nextId())),
                            new DomainStatus(DomainState.RUNNING, RunningReason.RESTORED));
                    report(domain.identity(), LifecycleDetail.STARTED_RESTORED);
                });
    }

    private static void requireInactive(DomainObject domain, String name) {
        if (domain.isActive()) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OPERATION_INVALID,
                    "domain '%s' is already active".formatted(name));
        }
    }

    DomainId define(DomainDefinition definition) {
        return place(
                definition,
                "virDomainDefineXMLFlags",
                domain -> {
                    boolean known = domain.published().persistent();
                    domain.define(definition);
                    report(
                            domain.identity(),
                            known
                                    ? LifecycleDetail.DEFINED_UPDATED
                                    : LifecycleDetail.DEFINED_ADDED);
                });
    }

    /// Does something with the domain that a document describes. A new one is put in first, and
    /// neither runs nor is defined until the action has been done. Whoever held the job before may
    /// have taken it out of the list: then it is put in anew.
    private DomainId place(
            DomainDefinition definition, String function, Consumer<DomainObject> action) {
        while (true) {
            DomainObject domain = world.domains().findOrAdd(definition, false).domain();
            try (var _ = domain.jobs().acquire(JobKind.MODIFY, function)) {
                if (!domain.isRemoved()) {
                    world.inOrder(() -> action.accept(domain));
                    return domain.identity();
                }
            } catch (RuntimeException failure) {
                takeBack(domain, function);
                throw failure;
            }
        }
    }

    /// Takes out a domain that has come to nothing. If somebody has its job, that is their task.
    private void takeBack(DomainObject domain, String function) {
        domain.jobs()
                .tryAcquire(JobKind.MODIFY, function)
                .ifPresent(
                        job -> {
                            try (job) {
                                removeUnlessItExists(domain);
                            }
                        });
    }

    DomainId create(DomainId id) {
        return change(
                id,
                "virDomainCreateWithFlags",
                domain -> {
                    if (domain.status().state() != DomainState.SHUTOFF) {
                        throw refused("Domain '%s' is already running", domain);
                    }
                    start(domain, domain.published().inactive());
                });
    }

    private void start(DomainObject domain, DomainDefinition definition) {
        domain.start(
                definition.withId(OptionalInt.of(world.nextId())),
                new DomainStatus(DomainState.RUNNING, RunningReason.BOOTED));
        world.saved().remove(domain.uuid());
        report(domain.identity(), LifecycleDetail.STARTED_BOOTED);
    }

    void suspend(DomainId id) {
        change(
                id,
                "virDomainSuspend",
                domain -> {
                    DomainState state = domain.status().state();
                    if (state == DomainState.SHUTOFF || state == DomainState.PAUSED) {
                        throw refused("domain '%s' not running", domain);
                    }
                    domain.publish(DomainState.PAUSED, PausedReason.USER);
                    report(domain.identity(), LifecycleDetail.SUSPENDED_PAUSED);
                });
    }

    void resume(DomainId id) {
        change(
                id,
                "virDomainResume",
                domain -> {
                    if (domain.status().state() != DomainState.PAUSED) {
                        throw refused("domain '%s' not paused", domain);
                    }
                    domain.publish(DomainState.RUNNING, RunningReason.UNPAUSED);
                    report(domain.identity(), LifecycleDetail.RESUMED_UNPAUSED);
                });
    }

    void shutdown(DomainId id) {
        change(
                id,
                "virDomainShutdownFlags",
                domain -> {
                    if (domain.status().state() == DomainState.SHUTOFF) {
                        throw refused("domain '%s' not running", domain);
                    }
                    end(domain, domain.published().current().lifecycle().onPoweroff());
                });
    }

    void reboot(DomainId id) {
        change(
                id,
                "virDomainReboot",
                domain -> {
                    DomainAccess.requireActive(domain.published());
                    end(domain, domain.published().current().lifecycle().onReboot());
                });
    }

    /// The guest has ended by itself: what its definition says happens.
    private void end(DomainObject domain, Lifecycle.Action action) {
        switch (action) {
            case RESTART, RENAME_RESTART, COREDUMP_RESTART ->
                    domain.publish(DomainState.RUNNING, RunningReason.BOOTED);
            case DESTROY, PRESERVE, COREDUMP_DESTROY ->
                    stop(domain, ShutoffReason.SHUTDOWN, LifecycleDetail.STOPPED_SHUTDOWN);
        }
    }

    void destroy(DomainId id) {
        change(
                id,
                "virDomainDestroyFlags",
                domain -> {
                    DomainAccess.requireActive(domain.published());
                    stop(domain, ShutoffReason.DESTROYED, LifecycleDetail.STOPPED_DESTROYED);
                });
    }

    /// A domain that is not defined is gone now, and keeps its number in the report.
    void stop(DomainObject domain, ShutoffReason reason, LifecycleDetail detail) {
        DomainId running = domain.identity();
        domain.stop(DomainState.SHUTOFF, reason);
        removeUnlessItExists(domain);
        report(domain.isRemoved() ? running : domain.identity(), detail);
    }

    private void removeUnlessItExists(DomainObject domain) {
        if (!DomainAccess.exists(domain)) {
            world.remove(domain);
        }
    }

    void undefine(DomainId id, boolean withManagedSave, boolean withMetadata) {
        change(
                id,
                "virDomainUndefineFlags",
                domain -> {
                    if (world.saved().contains(domain.uuid()) && !withManagedSave) {
                        throw new LibvirtException(
                                ErrorDomain.TEST,
                                ErrorCode.OPERATION_INVALID,
                                "Refusing to undefine while domain managed save image exists");
                    }
                    if (!domain.isActive() && !withMetadata) {
                        requireNoMoments(domain);
                    }
                    world.saved().remove(domain.uuid());
                    domain.undefine();
                    removeUnlessItExists(domain);
                    report(domain.identity(), LifecycleDetail.UNDEFINED_REMOVED);
                });
    }

    private void requireNoMoments(DomainObject domain) {
        int snapshots = world.guest(domain.uuid()).snapshots().all().size();
        if (snapshots > 0) {
            throw TestErrors.invalidOperation(
                    "cannot delete inactive domain with %d snapshots".formatted(snapshots));
        }
        int checkpoints = world.guest(domain.uuid()).checkpoints().all().size();
        if (checkpoints > 0) {
            throw TestErrors.invalidOperation(
                    "cannot delete inactive domain with %d checkpoints".formatted(checkpoints));
        }
    }

    DomainId rename(DomainId id, String newName) {
        return change(
                id,
                "virDomainRename",
                domain -> {
                    requireRenamable(domain, newName);
                    world.domains().reserve(domain, newName);
                    DomainId old = domain.identity();
                    world.domains().rename(domain, newName);
                    report(old, LifecycleDetail.UNDEFINED_RENAMED);
                    report(domain.identity(), LifecycleDetail.DEFINED_RENAMED);
                });
    }

    private static void requireRenamable(DomainObject domain, String newName) {
        if (domain.isActive()) {
            throw new LibvirtException(
                    ErrorDomain.TEST, ErrorCode.OPERATION_INVALID, "cannot rename active domain");
        }
        if (newName.contains("/")) {
            throw new LibvirtException(
                    ErrorDomain.TEST,
                    ErrorCode.XML_ERROR,
                    "name %s cannot contain '/'".formatted(newName));
        }
        if (newName.equals(domain.name())) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OPERATION_INVALID,
                    "Can't rename domain to itself");
        }
    }

    private DomainId change(DomainId id, String function, Consumer<DomainObject> action) {
        return access.change(id, function, action);
    }

    private static LibvirtException refused(String detail, DomainObject domain) {
        return new LibvirtException(
                ErrorDomain.TEST, ErrorCode.INTERNAL_ERROR, detail.formatted(domain.name()));
    }

    private void report(DomainId domain, LifecycleDetail detail) {
        world.events().emit(new DomainEvent.Lifecycle(domain, detail));
    }
}
