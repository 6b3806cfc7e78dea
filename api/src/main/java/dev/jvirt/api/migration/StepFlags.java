package dev.jvirt.api.migration;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainMigrateFlag;

/// The flags for each side.
///
/// @param guarded whether the source keeps others from changing the domain meanwhile: then it has
/// to hear how the migration ended, whatever happens
record StepFlags(Flags<DomainMigrateFlag> flags, boolean guarded) {

    Flags<DomainMigrateFlag> source() {
        return guarded ? flags.with(DomainMigrateFlag.CHANGE_PROTECTION) : flags;
    }

    /// What concerns the sending alone is kept from the destination, which may be too old to know
    /// it.
    Flags<DomainMigrateFlag> destination() {
        return flags.without(DomainMigrateFlag.ABORT_ON_ERROR)
                .without(DomainMigrateFlag.AUTO_CONVERGE);
    }

    /// A domain that is paused stays so at the destination.
    StepFlags paused(boolean paused) {
        return paused ? new StepFlags(flags.with(DomainMigrateFlag.PAUSED), guarded) : this;
    }
}
