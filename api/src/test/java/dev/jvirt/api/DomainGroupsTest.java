package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.domain.DomainAuthorizedSshKeysFlag;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.host.NodeSuspendTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the public calls about guests, snapshots, checkpoints and migrations check before they ask
/// a driver. The driver of these tests supports none of them, and is named in the error of those
/// that reach it.
class DomainGroupsTest {
    private static final DomainSnapshotId SNAPSHOT = new DomainSnapshotId("s", FakeDriver.WEB);
    private static final DomainCheckpointId CHECKPOINT =
            new DomainCheckpointId("c", FakeDriver.WEB);

    /// A call, and the function that it is in C.
    private record Call(String function, ErrorDomain part, Consumer<Domain> call) {
        @Override
        public String toString() {
            return function;
        }
    }

    private static Call guest(String function, Consumer<DomainGuest> call) {
        return new Call(function, ErrorDomain.DOMAIN, domain -> call.accept(domain.guest()));
    }

    private static Call snapshots(String function, Consumer<DomainSnapshots> call) {
        return new Call(
                function, ErrorDomain.DOMAIN_SNAPSHOT, domain -> call.accept(domain.snapshots()));
    }

    private static Call snapshot(String function, Consumer<DomainSnapshot> call) {
        return new Call(
                function,
                ErrorDomain.DOMAIN_SNAPSHOT,
                domain -> call.accept(domain.connection().domainSnapshot(SNAPSHOT)));
    }

    private static Call checkpoints(String function, Consumer<DomainCheckpoints> call) {
        return new Call(
                function,
                ErrorDomain.DOMAIN_CHECKPOINT,
                domain -> call.accept(domain.checkpoints()));
    }

    private static Call checkpoint(String function, Consumer<DomainCheckpoint> call) {
        return new Call(
                function,
                ErrorDomain.DOMAIN_CHECKPOINT,
                domain -> call.accept(domain.connection().domainCheckpoint(CHECKPOINT)));
    }

    private static Call migration(String function, Consumer<DomainMigration> call) {
        return new Call(function, ErrorDomain.DOMAIN, domain -> call.accept(domain.migration()));
    }

    private static Call backup(String function, Consumer<DomainCheckpoints> call) {
        return new Call(function, ErrorDomain.DOMAIN, domain -> call.accept(domain.checkpoints()));
    }

    static Stream<Call> changing() {
        var agent = DomainInterfaceAddressesSource.AGENT;
        var key = List.of("ssh-rsa x");
        return Stream.of(
                guest("virDomainGetHostname", g -> g.hostname(Flags.none())),
                guest("virDomainInterfaceAddresses", g -> g.interfaceAddresses(agent, 0)),
                guest("virDomainGetGuestInfo", g -> g.info(Flags.none(), 0)),
                guest("virDomainGetGuestVcpus", g -> g.vcpus(0)),
                guest("virDomainSetGuestVcpus", g -> g.setVcpus("0", 1, 0)),
                guest("virDomainGetTime", g -> g.time(0)),
                guest("virDomainSetTime", g -> g.setTime(new DomainTime(1, 0), Flags.none())),
                guest("virDomainGetFSInfo", g -> g.filesystems(0)),
                guest("virDomainFSFreeze", g -> g.freeze(List.of(), 0)),
                guest("virDomainFSThaw", g -> g.thaw(List.of("/"), 0)),
                guest("virDomainFSTrim", g -> g.trim(Optional.empty(), 0, 0)),
                guest("virDomainSetUserPassword", g -> g.setUserPassword("u", "p", Flags.none())),
                guest("virDomainAuthorizedSSHKeysGet", g -> g.authorizedSshKeys("u", 0)),
                guest(
                        "virDomainAuthorizedSSHKeysSet",
                        g -> g.setAuthorizedSshKeys("u", key, Flags.none())),
                guest("virDomainAgentSetResponseTimeout", g -> g.setAgentResponseTimeout(-2, 0)),
                guest(
                        "virDomainSendProcessSignal",
                        g -> g.sendProcessSignal(-1, DomainProcessSignal.TERM, 0)),
                guest("virDomainPMSuspendForDuration", g -> g.suspend(NodeSuspendTarget.MEM, 0, 0)),
                guest("virDomainPMWakeup", g -> g.wakeup(0)),
                snapshots("virDomainSnapshotCreateXML", s -> s.create("<x/>", Flags.none())),
                snapshot("virDomainRevertToSnapshot", s -> s.revert(Flags.none())),
                snapshot("virDomainSnapshotDelete", s -> s.delete(Flags.none())),
                checkpoints("virDomainCheckpointCreateXML", c -> c.create("<x/>", Flags.none())),
                checkpoint("virDomainCheckpointDelete", c -> c.delete(Flags.none())),
                backup(
                        "virDomainBackupBegin",
                        c -> c.beginBackup("<x/>", Optional.empty(), Flags.none())),
                migration("virDomainMigrateStartPostCopy", m -> m.startPostCopy(0)),
                migration("virDomainMigrateSetMaxDowntime", m -> m.setMaxDowntime(1, 0)),
                migration("virDomainMigrateSetMaxSpeed", m -> m.setMaxSpeed(1, Flags.none())),
                migration("virDomainMigrateGetMaxSpeed", m -> m.maxSpeed(Flags.none())),
                migration("virDomainMigrateSetCompressionCache", m -> m.setCompressionCache(1, 0)));
    }

    static Stream<Call> reading() {
        var leases = DomainInterfaceAddressesSource.LEASE;
        return Stream.of(
                guest("virDomainInterfaceAddresses", g -> g.interfaceAddresses(leases, 0)),
                snapshots("virDomainListAllSnapshots", s -> s.list(Flags.none())),
                snapshots("virDomainSnapshotLookupByName", s -> s.lookupByName("s", 0)),
                snapshots("virDomainHasCurrentSnapshot", s -> s.hasCurrent(0)),
                snapshots("virDomainSnapshotCurrent", s -> s.current(0)),
                snapshot("virDomainSnapshotGetXMLDesc", s -> s.xml(Flags.none())),
                snapshot("virDomainSnapshotListAllChildren", s -> s.children(Flags.none())),
                snapshot("virDomainSnapshotGetParent", s -> s.parent(0)),
                snapshot("virDomainSnapshotIsCurrent", s -> s.isCurrent(0)),
                snapshot("virDomainSnapshotHasMetadata", s -> s.hasMetadata(0)),
                checkpoints("virDomainListAllCheckpoints", c -> c.list(Flags.none())),
                checkpoints("virDomainCheckpointLookupByName", c -> c.lookupByName("c", 0)),
                checkpoint("virDomainCheckpointGetXMLDesc", c -> c.xml(Flags.none())),
                checkpoint("virDomainCheckpointListAllChildren", c -> c.children(Flags.none())),
                checkpoint("virDomainCheckpointGetParent", c -> c.parent(0)),
                backup("virDomainBackupGetXMLDesc", c -> c.backupXml(0)),
                migration("virDomainMigrateGetMaxDowntime", m -> m.maxDowntime(0)),
                migration("virDomainMigrateGetCompressionCache", m -> m.compressionCache(0)));
    }

    static Stream<Call> all() {
        return Stream.concat(changing(), reading());
    }

    private static Connection open(Flags<ConnectFlag> flags) {
        var driver = new FakeDriver("fake", Set.of("fake"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("fake:///"),
                Authenticator.none(),
                flags);
    }

    private static LibvirtException refused(Call call, Flags<ConnectFlag> flags) {
        try (var connection = open(flags)) {
            return refused(call, connection);
        }
    }

    private static LibvirtException refused(Call call, Connection connection) {
        var domain = connection.domain(FakeDriver.WEB);
        return catchThrowableOfType(LibvirtException.class, () -> call.call().accept(domain));
    }

    @ParameterizedTest
    @MethodSource("all")
    void callsReachTheDriver(Call call) {
        var error = refused(call, Flags.none());

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error.domain()).isEqualTo(call.part());
        assertThat(error.str2()).contains(call.function());
    }

    @ParameterizedTest
    @MethodSource("all")
    void closedConnectionsReachNothing(Call call) {
        var connection = open(Flags.none());
        connection.close();

        var error = refused(call, connection);

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONN);
        assertThat(error.str2()).contains(call.function());
    }

    @ParameterizedTest
    @MethodSource("changing")
    void readOnlyConnectionsRefuseWhatChangesSomething(Call call) {
        var error = refused(call, Flags.of(ConnectFlag.RO));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        assertThat(error.domain()).isEqualTo(call.part());
        assertThat(error)
                .hasMessage("operation forbidden: read only access prevents " + call.function());
    }

    @ParameterizedTest
    @MethodSource("reading")
    void readOnlyConnectionsRead(Call call) {
        var error = refused(call, Flags.of(ConnectFlag.RO));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    /// Documents with secrets, whose text of refusal is of its own.
    static Stream<Call> secret() {
        return Stream.of(
                snapshot(
                        "virDomainSnapshotGetXMLDesc",
                        s -> s.xml(Flags.of(DomainSnapshotXmlFlag.SECURE))),
                checkpoint(
                        "virDomainCheckpointGetXMLDesc",
                        c -> c.xml(Flags.of(DomainCheckpointXmlFlag.SECURE))));
    }

    @ParameterizedTest
    @MethodSource("secret")
    void readOnlyConnectionsDoNotShowSecrets(Call call) {
        var error = refused(call, Flags.of(ConnectFlag.RO));

        assertThat(error.domain()).isEqualTo(call.part());
        assertThat(error)
                .hasMessage("operation forbidden: %s with secure flag".formatted(call.function()));
        assertThat(refused(call, Flags.none()).code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    /// A call with arguments that make no sense.
    private record Mistake(Call call, String argument, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static Mistake exclusive(Call call, String one, String other) {
        return new Mistake(
                call, "ctl", "Flags '%s' and '%s' are mutually exclusive".formatted(one, other));
    }

    private static Mistake missing(Call call, String required, String flag) {
        return new Mistake(
                call, "ctl", "Flag '%s' is required by flag '%s'".formatted(required, flag));
    }

    static Stream<Mistake> mistakes() {
        String signal = "virDomainSendProcessSignal";
        return Stream.concat(
                Stream.concat(snapshotMistakes(), checkpointMistakes()),
                Stream.of(
                        new Mistake(
                                guest(
                                        signal,
                                        g -> g.sendProcessSignal(0, DomainProcessSignal.HUP, 0)),
                                "pid_value",
                                "pid_value in virDomainSendProcessSignal must not be zero"),
                        new Mistake(
                                keys(List.of(), DomainAuthorizedSshKeysFlag.APPEND),
                                "keys",
                                "keys in virDomainAuthorizedSSHKeysSet must not be NULL"),
                        exclusive(
                                keys(List.of("k"), DomainAuthorizedSshKeysFlag.values()),
                                "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND",
                                "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE")));
    }

    private static Call keys(List<String> keys, DomainAuthorizedSshKeysFlag... flags) {
        return guest(
                "virDomainAuthorizedSSHKeysSet",
                g -> g.setAuthorizedSshKeys("u", keys, Flags.of(flags)));
    }

    private static Stream<Mistake> snapshotMistakes() {
        String create = "VIR_DOMAIN_SNAPSHOT_CREATE_";
        return Stream.of(
                missing(
                        taken(DomainSnapshotCreateFlag.CURRENT),
                        create + "REDEFINE",
                        create + "CURRENT"),
                exclusive(
                        taken(
                                DomainSnapshotCreateFlag.REDEFINE,
                                DomainSnapshotCreateFlag.NO_METADATA),
                        create + "REDEFINE",
                        create + "NO_METADATA"),
                exclusive(
                        taken(DomainSnapshotCreateFlag.REDEFINE, DomainSnapshotCreateFlag.HALT),
                        create + "REDEFINE",
                        create + "HALT"),
                exclusive(
                        snapshot(
                                "virDomainRevertToSnapshot",
                                s ->
                                        s.revert(
                                                Flags.of(
                                                        DomainSnapshotRevertFlag.RUNNING,
                                                        DomainSnapshotRevertFlag.PAUSED))),
                        "VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING",
                        "VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED"),
                exclusive(
                        snapshot(
                                "virDomainSnapshotDelete",
                                s ->
                                        s.delete(
                                                Flags.of(
                                                        DomainSnapshotDeleteFlag.CHILDREN,
                                                        DomainSnapshotDeleteFlag.CHILDREN_ONLY))),
                        "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN",
                        "VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY"));
    }

    private static Call taken(DomainSnapshotCreateFlag... flags) {
        return snapshots("virDomainSnapshotCreateXML", s -> s.create("<x/>", Flags.of(flags)));
    }

    private static Stream<Mistake> checkpointMistakes() {
        String create = "VIR_DOMAIN_CHECKPOINT_CREATE_";
        return Stream.of(
                exclusive(
                        made(
                                DomainCheckpointCreateFlag.REDEFINE,
                                DomainCheckpointCreateFlag.QUIESCE),
                        create + "REDEFINE",
                        create + "QUIESCE"),
                missing(
                        made(DomainCheckpointCreateFlag.REDEFINE_VALIDATE),
                        create + "REDEFINE",
                        create + "REDEFINE_VALIDATE"),
                exclusive(
                        checkpoint(
                                "virDomainCheckpointDelete",
                                c ->
                                        c.delete(
                                                Flags.of(
                                                        DomainCheckpointDeleteFlag.CHILDREN,
                                                        DomainCheckpointDeleteFlag.CHILDREN_ONLY))),
                        "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN",
                        "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY"));
    }

    private static Call made(DomainCheckpointCreateFlag... flags) {
        return checkpoints("virDomainCheckpointCreateXML", c -> c.create("<x/>", Flags.of(flags)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreFoundBeforeTheDriver(Mistake mistake) {
        var error = refused(mistake.call(), Flags.none());

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessage(mistake.message());
        assertThat(error.domain()).isEqualTo(mistake.call().part());
        assertThat(error.str1()).contains(mistake.call().function());
        assertThat(error.str2()).contains(mistake.argument());
    }
}
