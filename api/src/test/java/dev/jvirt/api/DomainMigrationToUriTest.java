package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.MigrationOptions;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.api.driver.DriverFeature;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.migration.UnledMigration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Migrations in a single step, after which the source leads by itself.
class DomainMigrationToUriTest {
    private static final Set<DriverFeature> THIRD =
            EnumSet.complementOf(EnumSet.of(DriverFeature.MIGRATION_PARAMS));
    private static final Set<DriverFeature> SECOND =
            EnumSet.complementOf(
                    EnumSet.of(DriverFeature.MIGRATION_PARAMS, DriverFeature.MIGRATION_V3));

    private final List<String> steps = new ArrayList<>();
    private final MigrationSide source = new MigrationSide("source", steps);
    private final Connection there = open(new MigrationSide("destination", steps));
    private final DomainMigration migration = open(source).domain(MigrationSide.WEB).migration();

    private static Connection open(MigrationSide side) {
        return Connection.openAuth(
                new DriverTable(List.of(side)),
                Optional.of(side.name() + ":///"),
                Authenticator.none(),
                Flags.none());
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    @Test
    void peerToPeerTheSourceGetsAllInOneStep() {
        var wish = TypedParameters.of(MigrationParameter.GRAPHICS_URI, TypedValue.ofString("g"));

        migration.migrateToUri3(
                Optional.of("qemu+ssh://there/system"),
                wish,
                Flags.of(DomainMigrateFlag.PEER2PEER, DomainMigrateFlag.CHANGE_PROTECTION));

        assertThat(steps)
                .containsExactly(
                        "source perform3Params <> qemu+ssh://there/system 102 [graphics_uri=g]");
    }

    @Test
    void olderSourcesAreToldWithoutParameters() {
        source.features.retainAll(THIRD);
        var options = new MigrationOptions(Optional.of("new"), Optional.of("tcp:m"), 5);

        migration.migrateToUri2(
                Optional.of("qemu://there/s"),
                Optional.of("<mine/>"),
                options,
                Flags.of(DomainMigrateFlag.PEER2PEER));
        source.features.retainAll(SECOND);
        migration.migrateToUri(
                "qemu://there/s", Optional.empty(), 0, Flags.of(DomainMigrateFlag.PEER2PEER));

        assertThat(steps)
                .containsExactly(
                        "source perform3 <> <mine/> qemu://there/s tcp:m 2 new 5",
                        "source perform <> qemu://there/s 2 - 0");
    }

    @Test
    void directMigrationKnowsNoDaemonAtTheDestination() {
        migration.migrateToUri("tcp:there", Optional.empty(), 0, Flags.none());
        migration.migrateToUri3(
                Optional.of("qemu://ignored/s"),
                TypedParameters.of(MigrationParameter.URI, TypedValue.ofString("tcp:m")),
                Flags.none());

        assertThat(steps)
                .containsExactly(
                        "source perform3 <> - - tcp:there 0 - 0",
                        "source perform3 <> - - tcp:m 0 - 0");
    }

    @ParameterizedTest
    @CsvSource({
        "qemu:///system",
        "qemu+ssh://localhost/system",
        "qemu+ssh://localhost.localdomain/system",
        "tcp:there:49152",
        "/there",
    })
    void theDestinationMustNotBeTheSource(String uri) {
        var error =
                refused(
                        () ->
                                migration.migrateToUri(
                                        uri,
                                        Optional.empty(),
                                        0,
                                        Flags.of(DomainMigrateFlag.PEER2PEER)));

        assertThat(error).hasMessage("Attempt to migrate guest to the same host");
        assertThat(error.str1()).contains("virDomainMigrateCheckNotLocal");
        assertThat(steps).isEmpty();
    }

    @Test
    void aSocketMayLeadToAnotherHost() {
        assertThatNoException()
                .isThrownBy(
                        () -> UnledMigration.refuseLocal("qemu+unix:///system?socket=/run/there"));
    }

    @Test
    void peerToPeerNeedsAUri() {
        var error =
                refused(
                        () ->
                                migration.migrateToUri3(
                                        Optional.empty(),
                                        TypedParameters.none(),
                                        Flags.of(DomainMigrateFlag.PEER2PEER)));

        assertThat(error).hasMessage("dconnuri in virDomainMigrateToURI3 must not be NULL");
    }

    @ParameterizedTest
    @CsvSource({
        "MIGRATION_P2P, 2, p2p",
        "MIGRATION_DIRECT, 0, direct",
        "MIGRATION_OFFLINE, 1026, offline"
    })
    void theSourceMustKnowTheWay(DriverFeature feature, int bits, String kind) {
        source.features.remove(feature);

        var error =
                refused(
                        () ->
                                migration.migrateToUri(
                                        "qemu://there/s", Optional.empty(), 0, new Flags<>(bits)));

        assertThat(error)
                .hasMessage(
                        "argument unsupported: %s migration is not supported by the source host"
                                .formatted(kind));
    }

    @ParameterizedTest
    @CsvSource({"2, nonsense", "3, nonsense", "2, destination_xml"})
    void whatAnOldSourceCannotDoIsRefused(int protocol, String parameter) {
        source.features.retainAll(protocol == 2 ? SECOND : THIRD);
        var wish = TypedParameters.of(parameter, TypedValue.ofString("x"));

        var error =
                refused(
                        () ->
                                migration.migrateToUri3(
                                        Optional.of("qemu://there/s"),
                                        wish,
                                        Flags.of(DomainMigrateFlag.PEER2PEER)));

        assertThat(error)
                .hasMessage(
                        "argument unsupported: Some parameters are not supported by migration"
                                + " protocol "
                                + protocol);
    }

    @Test
    void withAConnectionPeerToPeerFindsTheDomainAgain() {
        var options = new MigrationOptions(Optional.of("new"), Optional.empty(), 0);
        Flags<DomainMigrateFlag> flags = Flags.of(DomainMigrateFlag.PEER2PEER);

        Domain moved = migration.migrate(there, options, flags);

        assertThat(moved.name()).isEqualTo("new");
        assertThat(steps)
                .containsExactly(
                        "source perform3Params <> destination://host/system 2"
                                + " [destination_name=new, bandwidth=0]",
                        "destination lookup new");
    }

    @Test
    void theOlderCallsMeanDifferentUris() {
        var options = new MigrationOptions(Optional.empty(), Optional.of("qemu://there/s"), 0);
        Flags<DomainMigrateFlag> flags = Flags.of(DomainMigrateFlag.PEER2PEER);

        migration.migrate(there, options, flags);
        migration.migrate2(there, Optional.empty(), options, flags);

        assertThat(steps)
                .contains(
                        "source perform3Params <> qemu://there/s 2 [bandwidth=0]",
                        "source perform3Params <> destination://host/system 2"
                                + " [migrate_uri=qemu://there/s, bandwidth=0]");
    }
}
