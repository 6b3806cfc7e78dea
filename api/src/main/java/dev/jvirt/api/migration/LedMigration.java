package dev.jvirt.api.migration;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.driver.DriverFeature;
import java.util.Optional;

/// A migration that the client leads from step to step: asks both sides what they can do, and
/// chooses the newest protocol that both know.
///
/// @param function the C function that is named in errors
public record LedMigration(MigrationRoute route, String function) {

    /// Refuses what one side cannot do.
    public void checkOffline(Flags<DomainMigrateFlag> flags) {
        if (flags.has(DomainMigrateFlag.OFFLINE)) {
            DriverFeature offline = DriverFeature.MIGRATION_OFFLINE;
            if (!offline.supportedBy(route.source())) {
                throw refused("offline migration is not supported by the source host");
            }
            if (!offline.supportedBy(route.destination())) {
                throw refused("offline migration is not supported by the destination host");
            }
        }
    }

    /// Moves the domain by a protocol without typed parameters.
    ///
    /// @return the domain at the destination
    public DomainId run(MigrationWish wish) {
        return runPlain(wish.with(unguarded(wish.flags())));
    }

    /// Moves the domain, with typed parameters if both sides know them.
    ///
    /// @return the domain at the destination
    public DomainId run(TypedParameters parameters, Flags<DomainMigrateFlag> flags) {
        Flags<DomainMigrateFlag> unguarded = unguarded(flags);
        if (route.bothSupport(DriverFeature.MIGRATION_PARAMS)) {
            StepFlags stepFlags = guarded(unguarded);
            return third(new ParameterSteps(route, parameters, stepFlags), stepFlags);
        }
        if (!MigrationWish.carries(parameters)) {
            throw refused(
                    "Migration APIs with extensible parameters are not supported but extended"
                            + " parameters were passed");
        }
        return runPlain(MigrationWish.of(parameters, unguarded));
    }

    /// The flags without the wish for protection, which old destinations would refuse: the third
    /// protocol asks the source for it anyway.
    private Flags<DomainMigrateFlag> unguarded(Flags<DomainMigrateFlag> flags) {
        if (flags.has(DomainMigrateFlag.CHANGE_PROTECTION)
                && !DriverFeature.MIGRATE_CHANGE_PROTECTION.supportedBy(route.source())) {
            throw refused("cannot enforce change protection");
        }
        return flags.without(DomainMigrateFlag.CHANGE_PROTECTION);
    }

    private StepFlags guarded(Flags<DomainMigrateFlag> flags) {
        return new StepFlags(
                flags, DriverFeature.MIGRATE_CHANGE_PROTECTION.supportedBy(route.source()));
    }

    private DomainId runPlain(MigrationWish wish) {
        if (route.bothSupport(DriverFeature.MIGRATION_V3)) {
            StepFlags stepFlags = guarded(wish.flags());
            return third(new PlainSteps(route, wish, stepFlags), stepFlags);
        }
        if (route.bothSupport(DriverFeature.MIGRATION_V2)) {
            refuseXml(wish.xml());
            return new SecondProtocol(route, wish).run();
        }
        if (route.bothSupport(DriverFeature.MIGRATION_V1)) {
            refuseXml(wish.xml());
            return new FirstProtocol(route, wish).run();
        }
        throw LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }

    private static DomainId third(ThirdSteps steps, StepFlags flags) {
        boolean offline = flags.flags().has(DomainMigrateFlag.OFFLINE);
        return new ThirdProtocol(steps, flags, offline).run();
    }

    private static void refuseXml(Optional<String> xml) {
        if (xml.isPresent()) {
            throw refused("Unable to change target guest XML during migration");
        }
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.ARGUMENT_UNSUPPORTED, detail);
    }
}
