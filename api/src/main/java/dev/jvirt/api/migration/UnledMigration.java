package dev.jvirt.api.migration;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationOptions;
import dev.jvirt.api.domain.MigrationOrder;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.domain.MigrationUris;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.driver.DriverFeature;
import dev.jvirt.api.driver.DriverSession;
import java.util.Optional;

/// A migration that the client does not lead: it is a single step, after which the source talks to
/// the daemon at the destination by itself (peer to peer), or its hypervisor to the other one
/// (direct).
///
/// @param function the C function that is named in errors
public record UnledMigration(DriverSession source, DomainId domain, String function) {

    /// Refuses what the source cannot do.
    public void checkSupport(Flags<DomainMigrateFlag> flags) {
        if (flags.has(DomainMigrateFlag.OFFLINE)) {
            require(DriverFeature.MIGRATION_OFFLINE, "offline");
        }
        if (flags.has(DomainMigrateFlag.PEER2PEER)) {
            require(DriverFeature.MIGRATION_P2P, "p2p");
        } else {
            require(DriverFeature.MIGRATION_DIRECT, "direct");
        }
    }

    private void require(DriverFeature feature, String kind) {
        if (!feature.supportedBy(source)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    kind + " migration is not supported by the source host");
        }
    }

    /// Moves the domain.
    ///
    /// @param connectionUri of the daemon at the destination; empty unless peer to peer
    public void run(
            Optional<String> connectionUri,
            TypedParameters parameters,
            Flags<DomainMigrateFlag> flags) {
        if (flags.has(DomainMigrateFlag.PEER2PEER)
                && DriverFeature.MIGRATION_PARAMS.supportedBy(source)) {
            source.migration()
                    .perform3Params(
                            domain,
                            connectionUri,
                            new MigrationSettings(parameters, flags),
                            MigrationCookie.NONE);
        } else if (DriverFeature.MIGRATION_V3.supportedBy(source)) {
            performThird(connectionUri, wish(parameters, flags, 3));
        } else {
            performSecond(connectionUri, wish(parameters, flags, 2));
        }
    }

    /// Refuses the URI of a daemon on the same host: one without a name, unless it names a socket,
    /// behind which another host may be. Names that only lead there are the source's to find out.
    public static void refuseLocal(String uri) {
        Optional<String> host;
        try {
            ConnectUri parsed = ConnectUri.parse(uri);
            if (parsed.transport().orElse("").equals("unix")
                    && parsed.parameter("socket").isPresent()) {
                return;
            }
            host = parsed.host();
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_CONNECT) {
                throw e;
            }
            host = Optional.empty(); // a path
        }
        if (host.isEmpty() || host.get().startsWith("localhost")) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainMigrateCheckNotLocal",
                    "dconnuri",
                    "Attempt to migrate guest to the same host");
        }
    }

    private static MigrationWish wish(
            TypedParameters parameters, Flags<DomainMigrateFlag> flags, int protocol) {
        boolean carried = MigrationWish.carries(parameters);
        if (!carried || protocol == 2 && MigrationWish.hasXml(parameters)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "Some parameters are not supported by migration protocol " + protocol);
        }
        return MigrationWish.of(parameters, flags);
    }

    private void performThird(Optional<String> connectionUri, MigrationWish wish) {
        source.migration()
                .perform3(
                        domain,
                        MigrationCookie.NONE,
                        new MigrationOrder(
                                wish.xml(),
                                new MigrationUris(connectionUri, wish.options().uri()),
                                wish.terms(wish.flags())));
    }

    private void performSecond(Optional<String> connectionUri, MigrationWish wish) {
        MigrationOptions options = wish.options();
        if (connectionUri.isPresent() && options.uri().isPresent()) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.INTERNAL_ERROR,
                    "Unable to override peer2peer migration URI");
        }
        String uri =
                connectionUri
                        .or(options::uri)
                        .orElseThrow(
                                () ->
                                        LibvirtException.invalidArgument(
                                                ErrorDomain.DOMAIN,
                                                function,
                                                "miguri",
                                                "miguri in %s must not be NULL"
                                                        .formatted(function)));
        source.migration().perform(domain, MigrationCookie.NONE, uri, wish.terms(wish.flags()));
    }
}
