package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.FakeDriver.Answer;
import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.api.domain.CoreDumpFormat;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainCoreDumpFlag;
import dev.jvirt.api.domain.DomainSaveImageXmlFlag;
import dev.jvirt.api.domain.DomainSaveRestoreFlag;
import dev.jvirt.api.domain.GraphicsReloadType;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.domain.KeycodeSet;
import dev.jvirt.api.driver.DriverTable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Disks, devices and saving of domains, what only QEMU and containers can do: what the public API
/// checks before it asks a driver.
class DomainChangesTest {
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
                call("virDomainSave", it -> it.saving().save("/f")),
                call("virDomainSaveFlags", it -> it.saving().save("/f", same, Flags.none())),
                call("virDomainSaveParams", it -> it.saving().save(NOTHING, Flags.none())),
                call("virDomainRestore", it -> it.connection().savedDomains().restore("/f")),
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
                call("virDomainCoreDump", it -> it.saving().coreDump("/f", Flags.none())),
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
