package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.MigrationOptions;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.api.driver.DriverFeature;
import dev.jvirt.api.driver.DriverTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The steps of migrations, their order, and what becomes of errors. All of it was compared with
/// what libvirt's own client does between the same two daemons.
class DomainMigrationTest {
    private static final Set<DriverFeature> THIRD =
            EnumSet.complementOf(EnumSet.of(DriverFeature.MIGRATION_PARAMS));
    private static final Set<DriverFeature> SECOND =
            EnumSet.complementOf(
                    EnumSet.of(DriverFeature.MIGRATION_PARAMS, DriverFeature.MIGRATION_V3));
    private static final Set<DriverFeature> FIRST =
            EnumSet.complementOf(
                    EnumSet.of(
                            DriverFeature.MIGRATION_PARAMS,
                            DriverFeature.MIGRATION_V3,
                            DriverFeature.MIGRATION_V2));

    private final List<String> steps = new ArrayList<>();
    private final MigrationSide source = new MigrationSide("source", steps);
    private final MigrationSide destination = new MigrationSide("destination", steps);
    private final Connection away = open(source, Flags.none());
    private final Connection there = open(destination, Flags.none());
    private final DomainMigration migration = away.domain(MigrationSide.WEB).migration();

    private static Connection open(MigrationSide side, Flags<ConnectFlag> flags) {
        return Connection.openAuth(
                new DriverTable(List.of(side)),
                Optional.of(side.name() + ":///"),
                Authenticator.none(),
                flags);
    }

    private void both(Collection<DriverFeature> features) {
        for (MigrationSide side : List.of(source, destination)) {
            side.features.retainAll(features);
        }
    }

    private Domain move(DomainMigrateFlag... flags) {
        return migration.migrate3(there, TypedParameters.none(), Flags.of(flags));
    }

    private List<String> names() {
        return steps.stream().map(DomainMigrationTest::name).toList();
    }

    /// The side and the step, without the details.
    private static String name(String step) {
        String[] words = step.split(" ", 3);
        return words[0] + " " + words[1];
    }

    private static LibvirtException refused(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call);
    }

    private static LibvirtException failure(ErrorDomain part, ErrorCode code, String text) {
        return LibvirtException.plain(part, code, text);
    }

    @Test
    void whatAStepLearnsIsAParameterOfTheNext() {
        var wish = TypedParameters.of(MigrationParameter.BANDWIDTH, TypedValue.ofUnsignedLong(7));

        Domain moved = migration.migrate3(there, wish, Flags.of(DomainMigrateFlag.LIVE));

        assertThat(moved.name()).isEqualTo("web");
        assertThat(moved.connection()).isSameAs(there);
        String learned = "bandwidth=7, destination_xml=<begun/>";
        String routed = learned + ", migrate_uri=tcp:there:49152";
        String named = routed + ", destination_name=web";
        assertThat(steps)
                .containsExactly(
                        "source begin3Params 101 [bandwidth=7]",
                        "source state",
                        "destination prepare3Params <begun> 1 [%s]".formatted(learned),
                        "source perform3Params <prepared> - 101 [%s]".formatted(routed),
                        "destination finish3Params <performed> 0 1 [%s]".formatted(named),
                        "source confirm3Params <finished> 0 101 [%s]".formatted(named));
    }

    @Test
    void theFirstValueOfAParameterIsReplaced() {
        var wish =
                TypedParameters.builder()
                        .putStrings(MigrationParameter.URI, List.of("a", "b"))
                        .put(MigrationParameter.DEST_NAME, TypedValue.ofString("new"))
                        .build();

        migration.migrate3(there, wish, Flags.none());

        assertThat(steps.getLast())
                .endsWith(
                        "[migrate_uri=tcp:there:49152, migrate_uri=b, destination_name=new,"
                                + " destination_xml=<begun/>]");
    }

    @Test
    void withoutParametersOnOneSideThePlainThirdProtocolCarriesThem() {
        destination.features.retainAll(THIRD);
        var wish =
                TypedParameters.builder()
                        .put(MigrationParameter.DEST_XML, TypedValue.ofString("<mine/>"))
                        .put(MigrationParameter.DEST_NAME, TypedValue.ofString("new"))
                        .put(MigrationParameter.BANDWIDTH, TypedValue.ofUnsignedLong(7))
                        .build();

        assertThat(migration.migrate3(there, wish, Flags.none()).name()).isEqualTo("new");

        assertThat(steps)
                .containsExactly(
                        "source begin3 <mine/> 100 new 7",
                        "source info",
                        "destination prepare3 <begun> - 0 new 7 <begun/>",
                        "source perform3 <prepared> - - tcp:there:49152 100 new 7",
                        "destination finish3 new <performed> - tcp:there:49152 0 0",
                        "source confirm3 <finished> 100 0");
    }

    @Test
    void parametersThatOldProtocolsCannotCarryAreRefused() {
        both(THIRD);
        var wish = TypedParameters.of(MigrationParameter.PERSIST_XML, TypedValue.ofString("<p/>"));

        var error = refused(() -> migration.migrate3(there, wish, Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.ARGUMENT_UNSUPPORTED);
        assertThat(error)
                .hasMessage(
                        "argument unsupported: Migration APIs with extensible parameters are not"
                                + " supported but extended parameters were passed");
        assertThat(steps).isEmpty();
    }

    @Test
    void theSecondProtocolFetchesTheDocumentItself() {
        both(SECOND);

        move();

        assertThat(steps)
                .containsExactly(
                        "source xml 8",
                        "source info",
                        "destination prepare2 - 0 - 0 <source/>",
                        "source perform <prepared> tcp:there:49152 0 - 0",
                        "destination finish2 web <prepared> tcp:there:49152 0 0");
    }

    @Test
    void aSourceThatCannotWriteForMigrationsWritesForItself() {
        both(SECOND);
        source.features.remove(DriverFeature.XML_MIGRATABLE);

        move();

        assertThat(steps.getFirst()).isEqualTo("source xml 5");
    }

    @Test
    void theFirstProtocolHasThreeSteps() {
        both(FIRST);
        var options = new MigrationOptions(Optional.of("new"), Optional.of("tcp:wanted"), 7);

        migration.migrate(there, options, Flags.of(DomainMigrateFlag.LIVE));

        assertThat(steps)
                .containsExactly(
                        "source info",
                        "destination prepare tcp:wanted 1 new 7",
                        "source perform <prepared> tcp:there:49152 1 new 7",
                        "destination finish new <prepared> tcp:there:49152 1");
    }

    @Test
    void withoutAProtocolInCommonNothingIsTried() {
        both(Set.of());

        var error = refused(this::move);

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error).hasMessageEndingWith("virDomainMigrate3");
    }

    @Test
    void aPausedDomainStaysPausedOnBothSides() {
        source.state = DomainState.PAUSED;

        move();

        assertThat(steps.get(0)).contains(" 100 ");
        assertThat(steps.get(2)).contains(" 20 ");
        assertThat(steps.get(3)).contains(" 120 ");
    }

    @Test
    void whoseStateCannotBeReadIsNotPaused() {
        source.failures.put("state", failure(ErrorDomain.DOMAIN, ErrorCode.NO_DOMAIN, "gone"));

        assertThat(move().name()).isEqualTo("web");
        assertThat(steps.get(2)).contains(" 0 ");
    }

    @Test
    void flagsOfTheSendingAreKeptFromTheDestination() {
        both(THIRD);
        var flags =
                Flags.of(DomainMigrateFlag.ABORT_ON_ERROR, DomainMigrateFlag.AUTO_CONVERGE).bits();

        migration.migrate3(there, TypedParameters.none(), new Flags<>(flags | 1 << 31));

        assertThat(steps.get(0)).isEqualTo("source begin3 - 80003100 - 0");
        assertThat(steps.get(2)).isEqualTo("destination prepare3 <begun> - 80000000 - 0 <begun/>");
        assertThat(steps.get(4)).endsWith(" 80000000 0");
    }

    @Test
    void offlineNothingIsPerformed() {
        move(DomainMigrateFlag.OFFLINE);

        assertThat(names())
                .containsExactly(
                        "source begin3Params",
                        "source state",
                        "destination prepare3Params",
                        "destination finish3Params",
                        "source confirm3Params");
        assertThat(steps.get(3)).startsWith("destination finish3Params <> 0 400 ");
    }

    @ParameterizedTest
    @CsvSource({"source,source", "destination,destination"})
    void offlineMigrationNeedsBothSides(String side, String named) {
        (side.equals("source") ? source : destination)
                .features.remove(DriverFeature.MIGRATION_OFFLINE);

        var error = refused(() -> move(DomainMigrateFlag.OFFLINE));

        assertThat(error)
                .hasMessage(
                        "argument unsupported: offline migration is not supported by the %s host"
                                .formatted(named));
    }

    @Test
    void protectionIsNotPromisedInVain() {
        source.features.remove(DriverFeature.MIGRATE_CHANGE_PROTECTION);

        var error = refused(() -> move(DomainMigrateFlag.CHANGE_PROTECTION));

        assertThat(error).hasMessage("argument unsupported: cannot enforce change protection");
    }

    /// Where a failure leads.
    ///
    /// @param rest the only step that follows, as far as it matters; empty if there is none
    private record Failing(String step, Set<DriverFeature> features, Optional<String> rest) {}

    static Stream<Failing> failures() {
        var all = EnumSet.allOf(DriverFeature.class);
        String uri = "tcp:there:49152";
        return Stream.of(
                failing("begin3Params", all),
                failing("prepare3Params", all, "source confirm3Params <> 1"),
                failing("perform3Params", all, "destination finish3Params <> 1"),
                failing("finish3Params", all, "source confirm3Params <> 1"),
                failing("begin3", THIRD),
                failing("prepare3", THIRD, "source confirm3 <> 100 1"),
                failing("perform3", THIRD, "destination finish3 web <> - " + uri + " 0 1"),
                failing("finish3", THIRD, "source confirm3 <> 100 1"),
                failing("prepare2", SECOND),
                failing("perform", SECOND, "destination finish2 web <prepared> " + uri + " 0 1"),
                failing("finish2", SECOND),
                failing("prepare", FIRST),
                failing("perform", FIRST),
                failing("finish", FIRST));
    }

    private static Failing failing(String step, Set<DriverFeature> features) {
        return new Failing(step, features, Optional.empty());
    }

    private static Failing failing(String step, Set<DriverFeature> features, String rest) {
        return new Failing(step, features, Optional.of(rest));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresAreToldToWhoMustKnow(Failing failing) {
        both(failing.features());
        var failure = failure(ErrorDomain.QEMU, ErrorCode.OPERATION_INVALID, "no way");
        source.failures.put(failing.step(), failure);
        destination.failures.put(failing.step(), failure);
        // A destination that is told to give up has nothing to show.
        var ended = failure(ErrorDomain.QEMU, ErrorCode.MIGRATE_FINISH_OK, "aborted");
        for (String finish : List.of("finish2", "finish3", "finish3Params")) {
            destination.failures.putIfAbsent(finish, ended);
        }

        var error = refused(this::move);

        assertThat(error).isSameAs(failure);
        if (failing.rest().isPresent()) {
            assertThat(names().get(steps.size() - 2)).endsWith(" " + failing.step());
            assertThat(steps.getLast()).startsWith(failing.rest().get());
        } else {
            assertThat(names().getLast()).endsWith(" " + failing.step());
        }
    }

    @Test
    void anUnguardedSourceIsNotToldThatThePreparationFailed() {
        source.features.remove(DriverFeature.MIGRATE_CHANGE_PROTECTION);
        destination.failures.put(
                "prepare3Params", failure(ErrorDomain.QEMU, ErrorCode.OPERATION_FAILED, "no"));

        refused(this::move);

        assertThat(names()).doesNotContain("source confirm3Params");
    }

    @ParameterizedTest
    @CsvSource({
        "QEMU, OPERATION_FAILED, QEMU, OPERATION_FAILED, finish",
        "QEMU, OPERATION_FAILED, QEMU, MIGRATE_FINISH_OK, perform",
        "QEMU, OPERATION_FAILED, RPC, INTERNAL_ERROR, perform",
        "QEMU, OPERATION_INVALID, QEMU, OPERATION_FAILED, perform",
        "RPC, OPERATION_FAILED, QEMU, OPERATION_FAILED, perform",
    })
    void theErrorThatExplainsMostIsReported(
            ErrorDomain performPart,
            ErrorCode performCode,
            ErrorDomain finishPart,
            ErrorCode finishCode,
            String reported) {
        source.failures.put("perform3Params", failure(performPart, performCode, "perform"));
        destination.failures.put("finish3Params", failure(finishPart, finishCode, "finish"));

        var error = refused(this::move);

        assertThat(error).hasMessage(reported);
        assertThat(error.getSuppressed()).hasSize(1);
        assertThat(names()).doesNotContain("source confirm3Params");
    }

    @Test
    void aConfirmationThatFailsChangesNothing() {
        source.failures.put(
                "confirm3Params", failure(ErrorDomain.QEMU, ErrorCode.OPERATION_FAILED, "no"));

        assertThat(move().name()).isEqualTo("web");
    }

    @Test
    void aDestinationThatHasTheDomainAllTheSameIsBelieved() {
        source.failures.put(
                "perform3Params", failure(ErrorDomain.QEMU, ErrorCode.OPERATION_FAILED, "no"));

        assertThat(move().connection()).isSameAs(there);
    }

    @Test
    void withoutAUriEverybodyIsToldThatItIsOver() {
        destination.uri = Optional.empty();
        destination.failures.put(
                "finish3Params", failure(ErrorDomain.QEMU, ErrorCode.MIGRATE_FINISH_OK, "aborted"));

        var error = refused(this::move);

        assertThat(error).hasMessage("internal error: domainMigratePrepare3 did not set uri");
        assertThat(steps.get(3)).startsWith("destination finish3Params <prepared> 1 ");
        assertThat(steps.get(4)).startsWith("source confirm3Params <> 1 ");
    }

    @Test
    void withoutAUriTheSecondProtocolRemovesWhatWasPrepared() {
        both(SECOND);
        destination.uri = Optional.empty();
        destination.failures.put(
                "finish2", failure(ErrorDomain.QEMU, ErrorCode.OPERATION_FAILED, "aborted"));

        var error = refused(this::move);

        assertThat(error).hasMessage("internal error: domainMigratePrepare2 did not set uri");
        assertThat(steps.getLast()).isEqualTo("destination finish2 web <prepared>  0 1");
    }

    @Test
    void aParameterThatIsNoTextIsRefusedAndTheSourceSetFree() {
        var wish = TypedParameters.of(MigrationParameter.DEST_XML, TypedValue.ofInt(3));

        var error = refused(() -> migration.migrate3(there, wish, Flags.none()));

        assertThat(error)
                .hasMessage("invalid argument: Parameter 'destination_xml' is not a string");
        assertThat(names()).last().isEqualTo("source confirm3Params");
    }

    @Test
    void onlyTheThirdProtocolChangesTheDocument() {
        both(SECOND);

        var error =
                refused(
                        () ->
                                migration.migrate2(
                                        there,
                                        Optional.of("<mine/>"),
                                        MigrationOptions.none(),
                                        Flags.none()));

        assertThat(error)
                .hasMessage(
                        "argument unsupported: Unable to change target guest XML during migration");
    }

    @Test
    void tunnelsNeedASourceThatLeads() {
        var invalid = refused(() -> move(DomainMigrateFlag.TUNNELLED));
        var older =
                refused(
                        () ->
                                migration.migrate(
                                        there,
                                        MigrationOptions.none(),
                                        Flags.of(DomainMigrateFlag.TUNNELLED)));

        assertThat(invalid.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(older.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
        assertThat(List.of(invalid, older))
                .allSatisfy(
                        error ->
                                assertThat(error)
                                        .hasMessageEndingWith(
                                                "cannot perform tunnelled migration without using"
                                                        + " peer2peer flag"));
    }

    @ParameterizedTest
    @CsvSource({
        "c0, Flags 'VIR_MIGRATE_NON_SHARED_DISK' and 'VIR_MIGRATE_NON_SHARED_INC' are mutually"
                + " exclusive",
        "40000, Flag 'VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC' is required by"
                + " flag 'VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES'",
        "2, use virDomainMigrateToURI3 for peer-to-peer migration",
    })
    void flagsThatDoNotGoTogetherAreRefused(String bits, String message) {
        Flags<DomainMigrateFlag> flags = new Flags<>(Integer.parseInt(bits, 16));

        var error = refused(() -> migration.migrate3(there, TypedParameters.none(), flags));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessage(message);
        assertThat(error.str1()).contains("virDomainMigrate3");
        assertThat(steps).isEmpty();
    }

    @Test
    void neitherSideMayBeReadOnly() {
        var looking = open(destination, Flags.of(ConnectFlag.RO));

        var error =
                refused(() -> migration.migrate3(looking, TypedParameters.none(), Flags.none()));

        assertThat(error)
                .hasMessage("operation forbidden: read only access prevents virDomainMigrate3");
    }
}
