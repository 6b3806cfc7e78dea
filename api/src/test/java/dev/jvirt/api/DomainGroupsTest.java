package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainAuthorizedSshKeysFlag;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainCheckpointCreateFlag;
import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.api.domain.DomainSnapshotCreateFlag;
import dev.jvirt.api.domain.DomainSnapshotDeleteFlag;
import dev.jvirt.api.domain.DomainSnapshotId;
import dev.jvirt.api.domain.DomainSnapshotRevertFlag;
import dev.jvirt.api.domain.DomainSnapshotXmlFlag;
import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.api.domain.GraphicsReloadType;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.domain.KeycodeSet;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.host.NodeSuspendTarget;
import java.util.Collections;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Disks, devices and saving of domains, what only QEMU and containers can do: what the public API
/// checks before it asks a driver.
class DomainGroupsTest {
    private static final TypedParameters NOTHING = TypedParameters.builder().build();
    private static final TypedParameters SOMETHING =
            TypedParameters.builder().put("p", new TypedValue.OfInt(1)).build();
    private static final OpenFile FILE = OpenFile.borrowed(0);
    private static final KeyPress KEY = new KeyPress(KeycodeSet.LINUX, 0, List.of(1));

    /// A call, the function that names it, and the one whose absence a driver reports.
    private static Arguments call(String function, String asked, Consumer<Domain> call) {
        return Arguments.of(function, asked, call);
    }

    private static Arguments call(String function, Consumer<Domain> call) {
        return call(function, function, call);
    }

    static Stream<Arguments> changes() {
        return Stream.of(disks(), devices(), saving(), specific()).flatMap(group -> group);
    }

    private static Stream<Arguments> disks() {
        return Stream.of(
                call("virDomainBlockPeek", it -> it.disks().peek("vda", 0, 1, 0)),
                call("virDomainBlockResize", it -> it.disks().resize("vda", 1, Flags.none())),
                call(
                        "virDomainSetBlockIoTune",
                        it -> it.disks().setIoTune("vda", SOMETHING, Flags.none())),
                call("virDomainSetBlockThreshold", it -> it.disks().setThreshold("vda", 1, 0)),
                call("virDomainBlockPull", it -> it.disks().pull("vda", 0, Flags.none())),
                call(
                        "virDomainBlockRebase",
                        it -> it.disks().rebase("vda", Optional.empty(), 0, Flags.none())),
                call(
                        "virDomainBlockCopy",
                        it -> it.disks().copy("vda", "<disk/>", NOTHING, Flags.none())),
                call(
                        "virDomainBlockCommit",
                        it ->
                                it.disks()
                                        .commit(
                                                "vda",
                                                new BlockCommit(
                                                        Optional.empty(), Optional.empty(), 0),
                                                Flags.none())),
                call(
                        "virDomainBlockJobSetSpeed",
                        it -> it.disks().setJobSpeed("vda", 1, Flags.none())),
                call("virDomainBlockJobAbort", it -> it.disks().abortJob("vda", Flags.none())));
    }

    private static Stream<Arguments> devices() {
        return Stream.of(
                call(
                        "virDomainAttachDeviceFlags",
                        it -> it.devices().attach("<disk/>", Flags.none())),
                call(
                        "virDomainDetachDeviceFlags",
                        it -> it.devices().detach("<disk/>", Flags.none())),
                call(
                        "virDomainDetachDeviceAlias",
                        it -> it.devices().detachAlias("a", Flags.none())),
                call(
                        "virDomainUpdateDeviceFlags",
                        it -> it.devices().update("<disk/>", Flags.none())),
                call("virDomainOpenGraphicsFD", it -> it.devices().openGraphics(0, Flags.none())),
                call(
                        "virDomainGraphicsReload",
                        it -> it.devices().reloadGraphics(GraphicsReloadType.ANY, 0)),
                call("virDomainScreenshot", it -> it.devices().screenshot(0, 0)),
                call(
                        "virDomainOpenChannel",
                        it -> it.devices().openChannel(Optional.empty(), Flags.none())),
                call("virDomainSendKey", it -> it.devices().sendKey(KEY, 0)),
                call("virDomainInjectNMI", it -> it.devices().injectNmi(0)),
                call(
                        "virDomainFDAssociate",
                        it -> it.devices().associateFiles("g", List.of(FILE), Flags.none())),
                call("virDomainGetLaunchSecurityInfo", it -> it.devices().launchSecurity(0)),
                call(
                        "virDomainSetLaunchSecurityState",
                        it -> it.devices().setLaunchSecurity(SOMETHING, 0)),
                call(
                        "virDomainCreateXMLWithFiles",
                        it ->
                                it.connection()
                                        .createDomainXmlWithFiles("<d/>", List.of(), Flags.none())),
                call(
                        "virDomainCreateWithFiles",
                        it -> it.createWithFiles(List.of(FILE), Flags.none())));
    }

    private static Stream<Arguments> saving() {
        Optional<String> same = Optional.empty();
        return Stream.of(
                call("virDomainSave", "virDomainSaveFlags", it -> it.saving().save("/f")),
                call("virDomainSaveFlags", it -> it.saving().save("/f", same, Flags.none())),
                call("virDomainSaveParams", it -> it.saving().save(NOTHING, Flags.none())),
                call(
                        "virDomainRestore",
                        "virDomainRestoreFlags",
                        it -> it.connection().savedDomains().restore("/f")),
                call(
                        "virDomainRestoreFlags",
                        it -> it.connection().savedDomains().restore("/f", same, Flags.none())),
                call(
                        "virDomainRestoreParams",
                        it -> it.connection().savedDomains().restore(NOTHING, Flags.none())),
                call(
                        "virDomainSaveImageGetXMLDesc",
                        it -> it.connection().savedDomains().xml("/f", Flags.none())),
                call(
                        "virDomainSaveImageDefineXML",
                        it -> it.connection().savedDomains().defineXml("/f", "<d/>", Flags.none())),
                call("virDomainManagedSave", it -> it.saving().managedSave(Flags.none())),
                call("virDomainManagedSaveRemove", it -> it.saving().removeManagedSave(0)),
                call(
                        "virDomainManagedSaveDefineXML",
                        it -> it.saving().defineManagedSaveXml(same, Flags.none())),
                call(
                        "virDomainCoreDump",
                        "virDomainCoreDumpWithFormat",
                        it -> it.saving().coreDump("/f", Flags.none())),
                call(
                        "virDomainCoreDumpWithFormat",
                        it -> it.saving().coreDump("/f", CoreDumpFormat.WIN_DMP, Flags.none())));
    }

    private static Stream<Arguments> specific() {
        return Stream.of(
                call(
                        "virDomainQemuMonitorCommand",
                        it -> it.qemu().monitorCommand("{}", Flags.none())),
                call(
                        "virDomainQemuMonitorCommandWithFiles",
                        it -> it.qemu().monitorCommandWithFiles("{}", List.of(), Flags.none())),
                call("virDomainQemuAttach", it -> QemuDomain.attach(it.connection(), 1, 0)),
                call(
                        "virDomainQemuAgentCommand",
                        it -> it.qemu().agentCommand("{}", QemuDomain.AGENT_BLOCK, 0)),
                call("virDomainLxcOpenNamespace", it -> it.lxc().openNamespaces(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void readOnlyConnectionsAreRefusedWhatChangesSomething(
            String function, String asked, Consumer<Domain> call) {
        var error = refused(true, call);

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        assertThat(error).hasMessage("operation forbidden: read only access prevents %s", function);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatADriverDoesNotSupportIsNamed(String function, String asked, Consumer<Domain> call) {
        var error = refused(false, call);

        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error)
                .hasMessage("this function is not supported by the connection driver: %s", asked);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aClosedConnectionIsOfNoUse(String function, String asked, Consumer<Domain> call) {
        var connection = open(false);
        var domain = connection.domain(FakeDriver.WEB);
        connection.close();

        var error = catchThrowableOfType(LibvirtException.class, () -> call.accept(domain));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONN);
        assertThat(error).hasMessage("invalid connection pointer in %s", function);
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                call("virDomainBlockStats", it -> it.disks().stats("")),
                call("virDomainBlockStatsFlags", it -> it.disks().statistics("", 0)),
                call("virDomainGetBlockInfo", it -> it.disks().info("vda", 0)),
                call("virDomainGetDiskErrors", it -> it.disks().errors(0)),
                call("virDomainGetBlockIoTune", it -> it.disks().ioTune("vda", Flags.none())),
                call("virDomainGetBlockIoTune", it -> it.disks().ioTuneSize(Flags.none())),
                call("virDomainGetBlockJobInfo", it -> it.disks().job("vda", Flags.none())),
                call(
                        "virDomainManagedSaveGetXMLDesc",
                        it -> it.saving().managedSaveXml(Flags.none())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void readOnlyConnectionsMayRead(String function, String asked, Consumer<Domain> call) {
        var error = refused(true, call);

        assertThat(error)
                .hasMessage("this function is not supported by the connection driver: %s", asked);
    }

    static Stream<Arguments> nonsense() {
        Flags<DomainSaveRestoreFlag> both =
                Flags.of(DomainSaveRestoreFlag.RUNNING, DomainSaveRestoreFlag.PAUSED);
        String contradiction =
                "Flags 'VIR_DOMAIN_SAVE_RUNNING' and 'VIR_DOMAIN_SAVE_PAUSED' are mutually"
                        + " exclusive";
        return Stream.of(
                call(
                        "string disk in virDomainGetBlockInfo must not be empty",
                        it -> it.disks().info("", 0)),
                call(
                        "string disk in virDomainBlockPeek must not be empty",
                        it -> it.disks().peek("", 0, 1, 0)),
                call(
                        "nparams in virDomainSetBlockIoTune must be greater than zero",
                        it -> it.disks().setIoTune("vda", NOTHING, Flags.none())),
                call(
                        "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are"
                                + " mutually exclusive",
                        it ->
                                it.disks()
                                        .ioTune(
                                                "vda",
                                                Flags.of(
                                                        DomainAffectFlag.LIVE,
                                                        DomainAffectFlag.CONFIG))),
                call(
                        "base in virDomainBlockRebase must not be NULL",
                        it -> rebase(it, DomainBlockRebaseFlag.COPY)),
                call(
                        "use of flags requires a copy job",
                        it -> rebase(it, DomainBlockRebaseFlag.SHALLOW)),
                call(
                        "nkeycodes in virDomainSendKey must be greater than zero",
                        it -> it.devices().sendKey(keys(0), 0)),
                call("nkeycodes must be <= 16", it -> it.devices().sendKey(keys(17), 0)),
                call(
                        "nfds in virDomainFDAssociate must not be zero",
                        it -> it.devices().associateFiles("g", List.of(), Flags.none())),
                call(
                        "nparams in virDomainSetLaunchSecurityState must be greater than zero",
                        it -> it.devices().setLaunchSecurity(NOTHING, 0)),
                call(contradiction, it -> it.saving().managedSave(both)),
                call(contradiction, it -> it.saving().save("/f", Optional.empty(), both)),
                call(contradiction, it -> it.saving().save(NOTHING, both)),
                call(
                        contradiction,
                        it -> it.connection().savedDomains().defineXml("/f", "<d/>", both)),
                call(
                        "Flags 'VIR_DUMP_LIVE' and 'VIR_DUMP_RESET' are mutually exclusive",
                        it ->
                                it.saving()
                                        .coreDump(
                                                "/f",
                                                Flags.of(
                                                        DomainCoreDumpFlag.LIVE,
                                                        DomainCoreDumpFlag.RESET))),
                call(
                        "pid_value in virDomainQemuAttach must not be zero",
                        it -> QemuDomain.attach(it.connection(), 0, 0)));
    }

    private static void rebase(Domain domain, DomainBlockRebaseFlag flag) {
        domain.disks().rebase("vda", Optional.empty(), 0, Flags.of(flag));
    }

    private static KeyPress keys(int count) {
        return new KeyPress(KeycodeSet.LINUX, 0, Collections.nCopies(count, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void argumentsThatMakeNoSenseAreRefused(String message, String unused, Consumer<Domain> call) {
        var error = refused(false, call);

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessage(message);
    }

    @Test
    void onlyASocketCanBecomeADisplay() {
        var missing = OpenFile.borrowed(1_000_000);
        var error = refused(false, it -> it.devices().openGraphics(0, missing, Flags.none()));

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error)
                .hasMessage("Unable to access file descriptor 1000000: Bad file descriptor");
    }

    @Test
    void secretsOfASavedDomainAreNotShownReadOnly() {
        var error =
                refused(
                        true,
                        it -> it.saving().managedSaveXml(Flags.of(DomainSaveImageXmlFlag.SECURE)));

        assertThat(error)
                .hasMessage("operation forbidden: virDomainManagedSaveGetXMLDesc with secure flag");
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                call("virDomainLxcEnterNamespace", it -> it.lxc().enterNamespaces(List.of(), 0)),
                call("virDomainLxcEnterSecurityLabel", it -> it.lxc().enterSecurityLabel(0)),
                call("virDomainLxcEnterCGroup", it -> it.lxc().enterControlGroup(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void nobodyEntersAContainer(String function, String asked, Consumer<Domain> call) {
        assertThat(refused(false, call).code()).isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void aFileIsClosedOnceAndNotAfterItWasGivenAway() {
        var closed = new java.util.ArrayList<Integer>();
        var kept = OpenFile.owned(7, closed::add);
        var given = OpenFile.owned(8, closed::add);

        kept.close();
        kept.close();
        int number = given.release();
        given.close();

        assertThat(closed).containsExactly(7);
        assertThat(number).isEqualTo(8);
        assertThat(catchThrowableOfType(IllegalStateException.class, kept::number)).isNotNull();
        assertThat(catchThrowableOfType(IllegalStateException.class, given::release)).isNotNull();
    }

    private static LibvirtException refused(boolean readOnly, Consumer<Domain> call) {
        try (var connection = open(readOnly)) {
            var domain = connection.domain(FakeDriver.WEB);
            return catchThrowableOfType(LibvirtException.class, () -> call.accept(domain));
        }
    }

    private static Connection open(boolean readOnly) {
        var driver = new FakeDriver("qemu", Set.of("qemu"), Answer.ACCEPT);
        return Connection.openAuth(
                new DriverTable(List.of(driver)),
                Optional.of("qemu:///system"),
                Authenticator.none(),
                readOnly ? Flags.of(ConnectFlag.RO) : Flags.none());
    }
}
