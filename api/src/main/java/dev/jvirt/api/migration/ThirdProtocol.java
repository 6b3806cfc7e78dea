package dev.jvirt.api.migration;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationPrepared;
import org.jspecify.annotations.Nullable;

/// The third protocol: the source writes the document, either side has the last word about its own
/// domain, and what one tells the other travels in cookies. Whatever fails, both sides are told, so
/// that the domain goes on at one of them.
final class ThirdProtocol {
    private final ThirdSteps steps;
    private final StepFlags flags;
    private final boolean offline;

    ThirdProtocol(ThirdSteps steps, StepFlags flags, boolean offline) {
        this.steps = steps;
        this.flags = flags;
        this.offline = offline;
    }

    /// How the guest's way went.
    ///
    /// @param cookie for the destination
    /// @param failure null if it went well
    /// @param sourceKnows whether the source needs no word about it
    private record Transfer(
            MigrationCookie cookie, @Nullable LibvirtException failure, boolean sourceKnows) {}

    /// @return the domain at the destination
    DomainId run() {
        MigrationBegun begun = steps.begin();
        steps.checkPaused();
        return finish(transfer(prepare(begun)));
    }

    private MigrationPrepared prepare(MigrationBegun begun) {
        try {
            return steps.prepare(begun);
        } catch (LibvirtException e) {
            if (flags.guarded()) {
                confirm(MigrationCookie.NONE, 1, e);
            }
            throw e;
        }
    }

    private Transfer transfer(MigrationPrepared prepared) {
        try {
            steps.route(prepared);
        } catch (LibvirtException e) {
            return new Transfer(prepared.cookie(), e, false);
        }
        if (offline) {
            return new Transfer(MigrationCookie.NONE, null, false);
        }
        try {
            return new Transfer(steps.perform(prepared.cookie()), null, false);
        } catch (LibvirtException e) {
            return new Transfer(MigrationCookie.NONE, e, true);
        }
    }

    private DomainId finish(Transfer transfer) {
        MigrationFinished finished;
        try {
            finished = steps.finish(transfer.cookie(), transfer.failure() == null ? 0 : 1);
        } catch (LibvirtException e) {
            LibvirtException failure = decisive(transfer.failure(), e);
            if (!transfer.sourceKnows()) {
                confirm(MigrationCookie.NONE, 1, failure);
            }
            throw failure;
        }
        // A destination that has the domain is believed, even if it was told to give up: it must
        // not run twice.
        if (!transfer.sourceKnows()) {
            confirm(finished.cookie(), 0, transfer.failure());
        }
        return finished.domain();
    }

    /// The first error counts, unless the destination knows better why the source was cut off.
    private static LibvirtException decisive(
            @Nullable LibvirtException first, LibvirtException finish) {
        if (first == null) {
            return finish;
        }
        boolean cutOff =
                first.domain() == ErrorDomain.QEMU && first.code() == ErrorCode.OPERATION_FAILED;
        boolean knows =
                finish.domain() == ErrorDomain.QEMU && finish.code() != ErrorCode.MIGRATE_FINISH_OK;
        LibvirtException decisive = cutOff && knows ? finish : first;
        decisive.addSuppressed(decisive == first ? finish : first);
        return decisive;
    }

    /// If it fails nothing more can be done: at worst the domain stays paused at the source.
    private void confirm(MigrationCookie cookie, int cancelled, @Nullable LibvirtException reason) {
        try {
            steps.confirm(cookie, cancelled);
        } catch (LibvirtException e) {
            if (reason != null) {
                reason.addSuppressed(e);
            }
        }
    }
}
