package dev.jvirt.api.migration;

import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationOrder;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.domain.MigrationUris;
import dev.jvirt.api.driver.MigrationDriver;
import java.util.Optional;

/// The third protocol as it was first: without typed parameters.
final class PlainSteps implements ThirdSteps {
    private final MigrationRoute route;
    private final MigrationWish wish;
    private final MigrationDriver source;
    private final MigrationDriver destination;
    private StepFlags flags;
    private Optional<String> uri;

    PlainSteps(MigrationRoute route, MigrationWish wish, StepFlags flags) {
        this.route = route;
        this.wish = wish;
        this.source = route.source().migration();
        this.destination = route.destination().migration();
        this.flags = flags;
        this.uri = wish.options().uri();
    }

    @Override
    public MigrationBegun begin() {
        return source.begin3(route.domain(), wish.xml(), wish.terms(flags.source()));
    }

    @Override
    public void checkPaused() {
        flags = flags.paused(FirstProtocol.isPaused(route));
    }

    @Override
    public MigrationPrepared prepare(MigrationBegun begun) {
        return destination.prepare3(
                begun.cookie(), uri, wish.terms(flags.destination()), begun.xml());
    }

    @Override
    public void route(MigrationPrepared prepared) {
        uri = prepared.uri().or(() -> uri);
        if (uri.isEmpty()) {
            throw FirstProtocol.noUri("domainMigratePrepare3 did not set uri");
        }
    }

    @Override
    public MigrationCookie perform(MigrationCookie cookie) {
        return source.perform3(
                route.domain(),
                cookie,
                new MigrationOrder(Optional.empty(), uris(), wish.terms(flags.source())));
    }

    private MigrationUris uris() {
        return new MigrationUris(Optional.empty(), uri);
    }

    @Override
    public MigrationFinished finish(MigrationCookie cookie, int cancelled) {
        return destination.finish3(
                wish.options().name().orElse(route.domain().name()),
                cookie,
                uris(),
                new MigrationOutcome(
                        Integer.toUnsignedLong(flags.destination().bits()), cancelled));
    }

    @Override
    public void confirm(MigrationCookie cookie, int cancelled) {
        source.confirm3(
                route.domain(),
                cookie,
                new MigrationOutcome(Integer.toUnsignedLong(flags.source().bits()), cancelled));
    }
}
