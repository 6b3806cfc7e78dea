package dev.jvirt.api.migration;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.MigrationPrepared;
import java.util.Optional;

/// The first protocol: prepare, perform, finish. If a step fails nobody is told: the destination
/// has to notice by itself.
final class FirstProtocol {
    private final MigrationRoute route;
    private final MigrationWish wish;

    FirstProtocol(MigrationRoute route, MigrationWish wish) {
        this.route = route;
        this.wish = wish;
    }

    /// @return the domain at the destination
    DomainId run() {
        var flags = new StepFlags(wish.flags(), false).paused(isPaused(route));
        var source = route.source().migration();
        var destination = route.destination().migration();
        MigrationPrepared prepared =
                destination.prepare(wish.options().uri(), wish.terms(flags.destination()));
        String uri =
                uri(prepared, wish)
                        .orElseThrow(() -> noUri("domainMigratePrepare did not set uri"));
        source.perform(route.domain(), prepared.cookie(), uri, wish.terms(flags.source()));
        return destination.finish(
                wish.options().name().orElse(route.domain().name()),
                prepared.cookie(),
                uri,
                Integer.toUnsignedLong(flags.destination().bits()));
    }

    /// Where the destination wants the guest to be sent.
    static Optional<String> uri(MigrationPrepared prepared, MigrationWish wish) {
        return prepared.uri().or(wish.options()::uri);
    }

    static LibvirtException noUri(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.INTERNAL_ERROR, detail);
    }

    /// Whether the domain is paused, as far as the source can tell.
    static boolean isPaused(MigrationRoute route) {
        try {
            return route.source().domains().info(route.domain()).state() == DomainState.PAUSED;
        } catch (LibvirtException e) {
            return false;
        }
    }
}
