package dev.jvirt.api.migration;

import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationPrepared;

/// The steps of the third protocol in one of its two forms. They are called in this order, each at
/// most once, and remember what one learns for the next.
sealed interface ThirdSteps permits PlainSteps, ParameterSteps {
    /// At the source.
    MigrationBegun begin();

    /// Asks the source whether the domain is paused, which concerns all steps after the first.
    void checkPaused();

    /// At the destination.
    MigrationPrepared prepare(MigrationBegun begun);

    /// Notes where the guest is to be sent.
    ///
    /// @throws dev.jvirt.api.LibvirtException INTERNAL_ERROR if nobody said it
    void route(MigrationPrepared prepared);

    /// At the source.
    MigrationCookie perform(MigrationCookie cookie);

    /// At the destination.
    MigrationFinished finish(MigrationCookie cookie, int cancelled);

    /// At the source.
    void confirm(MigrationCookie cookie, int cancelled);
}
