package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.snapshot.SnapshotDefinition;
import java.util.Optional;
import java.util.OptionalInt;

/// Takes domains back to snapshots.
final class SnapshotReverting {
    private final TestWorld world;

    SnapshotReverting(DomainAccess access) {
        this.world = access.world();
    }

    /// Takes a domain back whose job is held.
    void revert(
            DomainObject domain,
            SnapshotDefinition snapshot,
            Flags<DomainSnapshotRevertFlag> flags) {
        boolean off = snapshot.state() == DomainState.SHUTOFF;
        boolean goesOn =
                flags.hasAny(DomainSnapshotRevertFlag.RUNNING, DomainSnapshotRevertFlag.PAUSED);
        if (off && !domain.published().persistent() && !goesOn) {
            throw TestErrors.invalidOperation(
                    "transient domain needs to request run or pause to revert to inactive"
                            + " snapshot");
        }
        DomainDefinition definition =
                snapshot.domain()
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.DOMAIN_SNAPSHOT,
                                                ErrorCode.SNAPSHOT_REVERT_RISKY,
                                                "snapshot '%s' lacks domain '%s' rollback info"
                                                        .formatted(
                                                                snapshot.name(), domain.name())));
        world.guest(domain.uuid()).snapshots().current(Optional.of(snapshot.name()));
        if (off) {
            stop(domain, definition, flags);
        } else {
            start(domain, definition, isPaused(snapshot, flags));
        }
    }

    private static boolean isPaused(
            SnapshotDefinition snapshot, Flags<DomainSnapshotRevertFlag> flags) {
        return !flags.has(DomainSnapshotRevertFlag.RUNNING)
                && (snapshot.state() == DomainState.PAUSED
                        || flags.has(DomainSnapshotRevertFlag.PAUSED));
    }

    private void start(DomainObject domain, DomainDefinition definition, boolean paused) {
        if (domain.isActive()) {
            report(domain, LifecycleDetail.STOPPED_FROM_SNAPSHOT);
        }
        domain.start(
                definition.withId(OptionalInt.of(world.nextId())),
                paused
                        ? new DomainStatus(DomainState.PAUSED, PausedReason.FROM_SNAPSHOT)
                        : new DomainStatus(DomainState.RUNNING, RunningReason.FROM_SNAPSHOT));
        report(domain, LifecycleDetail.STARTED_FROM_SNAPSHOT);
        if (paused) {
            report(domain, LifecycleDetail.SUSPENDED_FROM_SNAPSHOT);
        }
    }

    /// As with C's test driver, a domain that shall go on from a snapshot of a time when it was off
    /// is reported as started, and stays off.
    private void stop(
            DomainObject domain,
            DomainDefinition definition,
            Flags<DomainSnapshotRevertFlag> flags) {
        if (domain.isActive()) {
            domain.stop(DomainState.SHUTOFF, ShutoffReason.FROM_SNAPSHOT);
            report(domain, LifecycleDetail.STOPPED_FROM_SNAPSHOT);
        }
        domain.next(definition);
        if (flags.hasAny(DomainSnapshotRevertFlag.RUNNING, DomainSnapshotRevertFlag.PAUSED)) {
            report(domain, LifecycleDetail.STARTED_FROM_SNAPSHOT);
            if (flags.has(DomainSnapshotRevertFlag.PAUSED)) {
                report(domain, LifecycleDetail.SUSPENDED_FROM_SNAPSHOT);
            }
        }
    }

    private void report(DomainObject domain, LifecycleDetail detail) {
        world.events().emit(new DomainEvent.Lifecycle(domain.identity(), detail));
    }
}
