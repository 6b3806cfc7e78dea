package dev.jvirt.base.domain;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;

/// The filters of a listing. Filters of one group are alternatives, groups narrow each other.
public final class DomainFilter {
    private final Flags<DomainListFlag> wanted;
    private final Belongings belongings;

    /// What a driver keeps beside the definitions of domains.
    public interface Belongings {
        /// Whether a saved state waits for the next start of a domain.
        boolean managedSave(PublishedDomain domain);

        /// Whether the domain has snapshots.
        default boolean snapshots(PublishedDomain domain) {
            return false;
        }

        /// Whether the domain has checkpoints.
        default boolean checkpoints(PublishedDomain domain) {
            return false;
        }
    }

    /// A filter of a driver.
    public DomainFilter(Flags<DomainListFlag> wanted, Belongings belongings) {
        this.wanted = wanted;
        this.belongings = belongings;
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
                && either(
                        DomainListFlag.HAS_SNAPSHOT,
                        DomainListFlag.NO_SNAPSHOT,
                        belongings.snapshots(domain))
                && either(
                        DomainListFlag.HAS_CHECKPOINT,
                        DomainListFlag.NO_CHECKPOINT,
                        belongings.checkpoints(domain));
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
                        belongings.managedSave(domain));
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
