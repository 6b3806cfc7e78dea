package dev.jvirt.base.domain;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import java.util.function.Predicate;

/// The filters of a listing. Filters of one group are alternatives, groups narrow each other.
public final class DomainFilter {
    private final Flags<DomainListFlag> wanted;
    private final Predicate<PublishedDomain> managedSave;

    /// A filter of a driver without snapshots and checkpoints.
    ///
    /// @param managedSave whether a saved state waits for the next start of a domain
    public DomainFilter(Flags<DomainListFlag> wanted, Predicate<PublishedDomain> managedSave) {
        this.wanted = wanted;
        this.managedSave = managedSave;
    }

    /// Whether a domain passes.
    public boolean passes(PublishedDomain domain) {
        return wanted.bits() == 0 || isWanted(domain);
    }

    private boolean isWanted(PublishedDomain domain) {
        return either(DomainListFlag.ACTIVE, DomainListFlag.INACTIVE, domain.isActive())
                && either(DomainListFlag.PERSISTENT, DomainListFlag.TRANSIENT, domain.persistent())
                && state(domain.status().state())
                && managedSave(domain)
                && either(DomainListFlag.AUTOSTART, DomainListFlag.NO_AUTOSTART, domain.autostart())
                && either(DomainListFlag.HAS_SNAPSHOT, DomainListFlag.NO_SNAPSHOT, false)
                && either(DomainListFlag.HAS_CHECKPOINT, DomainListFlag.NO_CHECKPOINT, false);
    }

    private boolean either(DomainListFlag yes, DomainListFlag no, boolean is) {
        return !wanted.hasAny(yes, no) || wanted.has(is ? yes : no);
    }

    private boolean managedSave(PublishedDomain domain) {
        // Looking for the file costs something, so only those who ask for it pay.
        return !wanted.hasAny(DomainListFlag.MANAGEDSAVE, DomainListFlag.NO_MANAGEDSAVE)
                || either(
                        DomainListFlag.MANAGEDSAVE,
                        DomainListFlag.NO_MANAGEDSAVE,
                        managedSave.test(domain));
    }

    private boolean state(DomainState state) {
        if (!wanted.hasAny(
                DomainListFlag.RUNNING,
                DomainListFlag.PAUSED,
                DomainListFlag.SHUTOFF,
                DomainListFlag.OTHER)) {
            return true;
        }
        return wanted.has(
                switch (state) {
                    case RUNNING -> DomainListFlag.RUNNING;
                    case PAUSED -> DomainListFlag.PAUSED;
                    case SHUTOFF -> DomainListFlag.SHUTOFF;
                    case NOSTATE, BLOCKED, SHUTDOWN, CRASHED, PMSUSPENDED -> DomainListFlag.OTHER;
                });
    }
}
