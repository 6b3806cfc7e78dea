package dev.jvirt.api;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.DomainMigrateMaxSpeedFlag;
import dev.jvirt.api.domain.MigrationOptions;
import dev.jvirt.api.driver.DriverFeature;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.MigrationDriver;
import dev.jvirt.api.migration.LedMigration;
import dev.jvirt.api.migration.MigrationRoute;
import dev.jvirt.api.migration.MigrationWish;
import dev.jvirt.api.migration.UnledMigration;
import java.util.Optional;

/// A domain on its way to another host.
///
/// With a connection to the destination the client leads from step to step, and has to stay until
/// the end ([#migrate3], and the older [#migrate2] and [#migrate]). With a URI the source goes its
/// way alone ([#migrateToUri3], and the older [#migrateToUri2] and [#migrateToUri]): peer to peer
/// with [DomainMigrateFlag#PEER2PEER], directly from hypervisor to hypervisor without.
///
/// These calls last until the domain has moved. If they fail it goes on at the source, as far as
/// the two sides can still find out.
///
/// @param domain that it belongs to
public record DomainMigration(Domain domain) {
    private static final String PREFIX = "VIR_MIGRATE_";

    private DomainId id() {
        return domain.identity();
    }

    private MigrationDriver reading(String function) {
        return domain.connection().reading(function).migration();
    }

    private MigrationDriver changing(String function) {
        return source(function).migration();
    }

    private DriverSession source(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function);
    }

    /// Moves the domain (`virDomainMigrate3`).
    ///
    /// @param destination a connection to the other host
    /// @param parameters see [MigrationParameter]
    /// @return the domain at the destination
    /// @throws LibvirtException INVALID_ARG for PEER2PEER and TUNNELLED, which need
    /// [#migrateToUri3], ARGUMENT_UNSUPPORTED if one side cannot do what is asked, NO_SUPPORT if
    /// the two have no protocol in common
    /// @since 1.1.0
    public Domain migrate3(
            Connection destination, TypedParameters parameters, Flags<DomainMigrateFlag> flags) {
        String function = "virDomainMigrate3";
        LedMigration migration = led(destination, function);
        FlagRules<DomainMigrateFlag> rules = storageRules(function, flags);
        synchronousRule(rules);
        refuse(
                flags,
                DomainMigrateFlag.PEER2PEER,
                function,
                "use virDomainMigrateToURI3 for peer-to-peer migration");
        refuse(
                flags,
                DomainMigrateFlag.TUNNELLED,
                function,
                "cannot perform tunnelled migration without using peer2peer flag");
        migration.checkOffline(flags);
        return new Domain(destination, migration.run(parameters, flags));
    }

    private LedMigration led(Connection destination, String function) {
        DriverSession from = source(function);
        DriverSession to = destination.changing(ErrorDomain.DOMAIN, function);
        return new LedMigration(new MigrationRoute(id(), from, to), function);
    }

    private static FlagRules<DomainMigrateFlag> storageRules(
            String function, Flags<DomainMigrateFlag> flags) {
        return new FlagRules<>(ErrorDomain.DOMAIN, function, PREFIX, flags)
                .exclusive(DomainMigrateFlag.NON_SHARED_DISK, DomainMigrateFlag.NON_SHARED_INC);
    }

    private static FlagRules<DomainMigrateFlag> synchronousRule(
            FlagRules<DomainMigrateFlag> rules) {
        return rules.requiresEither(
                DomainMigrateFlag.NON_SHARED_SYNCHRONOUS_WRITES,
                DomainMigrateFlag.NON_SHARED_DISK,
                DomainMigrateFlag.NON_SHARED_INC);
    }

    private static void refuse(
            Flags<DomainMigrateFlag> flags,
            DomainMigrateFlag flag,
            String function,
            String message) {
        if (flags.has(flag)) {
            throw LibvirtException.invalidArgument(ErrorDomain.DOMAIN, function, "flags", message);
        }
    }

    /// Moves the domain; the URI of `options` is the hypervisor's (`virDomainMigrate2`).
    ///
    /// @param destination a connection to the other host; with PEER2PEER it only says which host
    /// that is
    /// @param xml the domain's document at the destination; empty: as it is
    /// @return the domain at the destination
    /// @throws LibvirtException as [#migrate3]
    /// @since 0.9.2
    public Domain migrate2(
            Connection destination,
            Optional<String> xml,
            MigrationOptions options,
            Flags<DomainMigrateFlag> flags) {
        String function = "virDomainMigrate2";
        var wish = new MigrationWish(xml, options, flags);
        LedMigration migration = checked(led(destination, function), flags);
        return flags.has(DomainMigrateFlag.PEER2PEER)
                ? peerToPeer(migration, destination, Optional.empty(), wish)
                : led(migration, destination, wish);
    }

    /// Moves the domain; with PEER2PEER the URI of `options` is that of the daemon at the
    /// destination, else the hypervisor's (`virDomainMigrate`).
    ///
    /// @param destination as with [#migrate2]
    /// @return the domain at the destination
    /// @throws LibvirtException as [#migrate3]
    /// @since 0.3.2
    public Domain migrate(
            Connection destination, MigrationOptions options, Flags<DomainMigrateFlag> flags) {
        String function = "virDomainMigrate";
        LedMigration migration = checked(led(destination, function), flags);
        if (!flags.has(DomainMigrateFlag.PEER2PEER)) {
            return led(migration, destination, new MigrationWish(Optional.empty(), options, flags));
        }
        var rest = new MigrationOptions(options.name(), Optional.empty(), options.bandwidth());
        return peerToPeer(
                migration,
                destination,
                options.uri(),
                new MigrationWish(Optional.empty(), rest, flags));
    }

    private static LedMigration checked(LedMigration migration, Flags<DomainMigrateFlag> flags) {
        synchronousRule(
                storageRules(migration.function(), flags)
                        .exclusive(DomainMigrateFlag.TUNNELLED, DomainMigrateFlag.PARALLEL));
        migration.checkOffline(flags);
        return migration;
    }

    private static Domain led(LedMigration migration, Connection destination, MigrationWish wish) {
        if (wish.flags().has(DomainMigrateFlag.TUNNELLED)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OPERATION_INVALID,
                    "cannot perform tunnelled migration without using peer2peer flag");
        }
        return new Domain(destination, migration.run(wish));
    }

    private static Domain peerToPeer(
            LedMigration migration,
            Connection destination,
            Optional<String> uri,
            MigrationWish wish) {
        MigrationRoute route = migration.route();
        if (!DriverFeature.MIGRATION_P2P.supportedBy(route.source())) {
            throw LibvirtException.unsupported(ErrorDomain.DOMAIN, migration.function());
        }
        // What the application says is checked; that the connection leads to another host is
        // believed.
        uri.ifPresent(UnledMigration::refuseLocal);
        new UnledMigration(route.source(), route.domain(), migration.function())
                .run(uri.or(() -> Optional.of(destination.uri())), wish.parameters(), wish.flags());
        return destination.lookupDomainByName(wish.options().name().orElse(route.domain().name()));
    }

    /// Lets the source move the domain (`virDomainMigrateToURI3`).
    ///
    /// @param connectionUri of the daemon at the destination, as the source reaches it; only for
    /// PEER2PEER, which needs it
    /// @param parameters see [MigrationParameter]; a direct migration needs the URI
    /// @throws LibvirtException ARGUMENT_UNSUPPORTED if the source cannot do what is asked,
    /// INVALID_ARG if the destination is the source
    /// @since 1.1.0
    public void migrateToUri3(
            Optional<String> connectionUri,
            TypedParameters parameters,
            Flags<DomainMigrateFlag> flags) {
        toUri("virDomainMigrateToURI3", connectionUri, parameters, flags);
    }

    /// Lets the source move the domain; the URI of `options` is the hypervisor's
    /// (`virDomainMigrateToURI2`).
    ///
    /// @param connectionUri as with [#migrateToUri3]
    /// @param xml the domain's document at the destination; empty: as it is
    /// @throws LibvirtException as [#migrateToUri3]
    /// @since 0.9.2
    public void migrateToUri2(
            Optional<String> connectionUri,
            Optional<String> xml,
            MigrationOptions options,
            Flags<DomainMigrateFlag> flags) {
        toUri(
                "virDomainMigrateToURI2",
                connectionUri,
                new MigrationWish(xml, options, flags).parameters(),
                flags);
    }

    private void toUri(
            String function,
            Optional<String> connectionUri,
            TypedParameters parameters,
            Flags<DomainMigrateFlag> flags) {
        UnledMigration migration = unled(function, flags);
        if (!flags.has(DomainMigrateFlag.PEER2PEER)) {
            migration.run(Optional.empty(), parameters, flags);
        } else if (connectionUri.isPresent()) {
            UnledMigration.refuseLocal(connectionUri.get());
            migration.run(connectionUri, parameters, flags);
        } else {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    function,
                    "dconnuri",
                    "dconnuri in %s must not be NULL".formatted(function));
        }
    }

    /// Lets the source move the domain (`virDomainMigrateToURI`).
    ///
    /// @param uri with PEER2PEER of the daemon at the destination, else the hypervisor's
    /// @param name of the domain at the destination; empty: the one it has
    /// @param bandwidth the most that is sent, in MiB/s; 0: as much as the hypervisor likes
    /// @throws LibvirtException as [#migrateToUri3]
    /// @since 0.7.2
    public void migrateToUri(
            String uri, Optional<String> name, long bandwidth, Flags<DomainMigrateFlag> flags) {
        boolean peerToPeer = flags.has(DomainMigrateFlag.PEER2PEER);
        Optional<String> given = Optional.of(uri);
        Optional<String> none = Optional.empty();
        var options = new MigrationOptions(name, peerToPeer ? none : given, bandwidth);
        UnledMigration migration = unled("virDomainMigrateToURI", flags);
        if (peerToPeer) {
            UnledMigration.refuseLocal(uri);
        }
        migration.run(
                peerToPeer ? given : none,
                new MigrationWish(none, options, flags).parameters(),
                flags);
    }

    private UnledMigration unled(String function, Flags<DomainMigrateFlag> flags) {
        var migration = new UnledMigration(source(function), id(), function);
        new FlagRules<>(ErrorDomain.DOMAIN, function, PREFIX, flags)
                .exclusive(DomainMigrateFlag.TUNNELLED, DomainMigrateFlag.PARALLEL);
        synchronousRule(storageRules("virDomainMigrateUnmanagedCheckCompat", flags));
        migration.checkSupport(flags);
        return migration;
    }

    /// Lets the guest go on at the destination before all of its memory is there; needs a migration
    /// under way that was started with POSTCOPY (`virDomainMigrateStartPostCopy`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if there is no such migration
    /// @since 1.3.3
    public void startPostCopy(int flags) {
        changing("virDomainMigrateStartPostCopy").startPostCopy(id(), flags);
    }

    /// Sets how long the guest may stand still at the end (`virDomainMigrateSetMaxDowntime`).
    ///
    /// @param milliseconds more than 0
    /// @param flags 0
    /// @since 0.8.0
    public void setMaxDowntime(long milliseconds, int flags) {
        changing("virDomainMigrateSetMaxDowntime").setMaxDowntime(id(), milliseconds, flags);
    }

    /// How long the guest may stand still at the end, in milliseconds
    /// (`virDomainMigrateGetMaxDowntime`).
    ///
    /// @param flags 0
    /// @since 3.7.0
    public long maxDowntime(int flags) {
        return reading("virDomainMigrateGetMaxDowntime").maxDowntime(id(), flags);
    }

    /// Sets the most that is sent, for migrations to come or the one under way
    /// (`virDomainMigrateSetMaxSpeed`).
    ///
    /// @param bandwidth in MiB/s
    /// @since 0.9.0
    public void setMaxSpeed(long bandwidth, Flags<DomainMigrateMaxSpeedFlag> flags) {
        changing("virDomainMigrateSetMaxSpeed").setMaxSpeed(id(), bandwidth, flags);
    }

    /// The most that is sent, in MiB/s (`virDomainMigrateGetMaxSpeed`).
    ///
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 0.9.5
    public long maxSpeed(Flags<DomainMigrateMaxSpeedFlag> flags) {
        return changing("virDomainMigrateGetMaxSpeed").maxSpeed(id(), flags);
    }

    /// The size of the cache for pages that were sent, in bytes
    /// (`virDomainMigrateGetCompressionCache`).
    ///
    /// @param flags 0
    /// @since 1.0.3
    public long compressionCache(int flags) {
        return reading("virDomainMigrateGetCompressionCache").compressionCache(id(), flags);
    }

    /// Sets the size of the cache for pages that were sent
    /// (`virDomainMigrateSetCompressionCache`).
    ///
    /// @param size in bytes, which the hypervisor may round down
    /// @param flags 0
    /// @since 1.0.3
    public void setCompressionCache(long size, int flags) {
        changing("virDomainMigrateSetCompressionCache").setCompressionCache(id(), size, flags);
    }
}
