package dev.jvirt.api.migration;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.driver.DriverFeature;
import java.util.Optional;

/// The second protocol: the destination gets the domain's document from the client, and hears in
/// the end whether the source succeeded.
final class SecondProtocol {
    private final MigrationRoute route;
    private final MigrationWish wish;

    SecondProtocol(MigrationRoute route, MigrationWish wish) {
        this.route = route;
        this.wish = wish;
    }

    /// @return the domain at the destination
    DomainId run() {
        String xml = route.source().domains().xml(route.domain(), xmlFlags());
        var flags = new StepFlags(wish.flags(), false).paused(FirstProtocol.isPaused(route));
        MigrationPrepared prepared =
                route.destination()
                        .migration()
                        .prepare2(wish.options().uri(), wish.terms(flags.destination()), xml);
        Optional<String> uri = FirstProtocol.uri(prepared, wish);
        if (uri.isEmpty()) {
            var failure = FirstProtocol.noUri("domainMigratePrepare2 did not set uri");
            return cancel(flags, prepared.cookie(), "", failure);
        }
        try {
            route.source()
                    .migration()
                    .perform(
                            route.domain(),
                            prepared.cookie(),
                            uri.get(),
                            wish.terms(flags.source()));
        } catch (LibvirtException e) {
            return cancel(flags, prepared.cookie(), uri.get(), e);
        }
        return finish(flags, prepared.cookie(), uri.get(), 0);
    }

    private Flags<DomainXmlFlag> xmlFlags() {
        return DriverFeature.XML_MIGRATABLE.supportedBy(route.source())
                ? Flags.of(DomainXmlFlag.MIGRATABLE)
                : Flags.of(DomainXmlFlag.SECURE, DomainXmlFlag.UPDATE_CPU);
    }

    /// The error that counts is the first one. A destination that has the domain all the same is
    /// believed.
    private DomainId cancel(
            StepFlags flags, MigrationCookie cookie, String uri, LibvirtException failure) {
        try {
            return finish(flags, cookie, uri, 1);
        } catch (LibvirtException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private DomainId finish(StepFlags flags, MigrationCookie cookie, String uri, int cancelled) {
        return route.destination()
                .migration()
                .finish2(
                        wish.options().name().orElse(route.domain().name()),
                        cookie,
                        uri,
                        new MigrationOutcome(
                                Integer.toUnsignedLong(flags.destination().bits()), cancelled));
    }
}
